package io.countypulse.gateway.route;

import io.countypulse.gateway.GatewaySettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** A service behind the gateway; its paths are {@code /api/<name>/**}. */
enum Service {
  EMPLOYMENT("就业服务"),
  CREDIT("小额信贷服务"),
  SUBSIDY("补贴服务"),
  REPORTING("统计服务");

  private final String chinese;

  Service(String chinese) {
    this.chinese = chinese;
  }

  /** The service a path below {@code /api/} belongs to. */
  static Service of(String path) {
    return Arrays.stream(values())
        .filter(service -> path.startsWith("/api/" + service.code() + "/"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service has the path " + path));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String chinese() {
    return chinese;
  }

  URI address(GatewaySettings.Services services) {
    return switch (this) {
      case EMPLOYMENT -> services.employment();
      case CREDIT -> services.credit();
      case SUBSIDY -> services.subsidy();
      case REPORTING -> services.reporting();
    };
  }
}
