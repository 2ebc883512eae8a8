package io.countypulse.local.command;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;

/**
 * Where the platform is reached.
 *
 * @param listen the network address the gateway listens on
 * @param url as people type it
 */
record Address(String listen, String url) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
  private static final Set<String> EVERY_NETWORK = Set.of("0.0.0.0", "::");

  /**
   * {@code host} as given by {@code --host}; {@code 0.0.0.0} stands for this machine's own address.
   */
  static Address of(String host, int port) {
    if (THIS_MACHINE.contains(host)) {
      return new Address("127.0.0.1", "http://localhost:" + port);
    }
    String name = EVERY_NETWORK.contains(host) ? ownAddress() : host;
    return new Address("0.0.0.0", "http://" + name + ":" + port);
  }

  private static String ownAddress() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(InetAddress::isSiteLocalAddress)
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElse("localhost");
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }
}
