package io.countypulse.gateway.route;

import java.io.IOException;

/** A service stopped in the middle of its answer. */
final class ServiceBrokeOff extends IOException {

  static final String ATTRIBUTE = ServiceBrokeOff.class.getName();

  ServiceBrokeOff(IOException reason) {
    super("the service stopped in the middle of its answer", reason);
  }
}
