package io.countypulse.reporting.notice;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses messages may be sent to. A service that calls whatever address it is given can be
 * made to call what stands behind the firewall: webhooks lie at the messengers' hosts only, by
 * https. Checked when an address is saved and again before each request.
 */
final class Addresses {

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int LONGEST = 1_000;
  private static final int LONGEST_EMAIL = 254;
  private static final int HTTPS = 443;
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

  private final NoticeSettings settings;

  Addresses(NoticeSettings settings) {
    this.settings = settings;
  }

  boolean allows(Channel channel, String address) {
    return switch (channel) {
      case IN_APP -> address.isEmpty();
      case EMAIL -> address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches();
      case WECOM, DINGTALK, FEISHU -> address.length() <= LONGEST && allowsWebhook(address);
    };
  }

  private boolean allowsWebhook(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
    String host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return false;
    }
    boolean messenger =
        "https".equals(uri.getScheme())
            && settings.webhookHosts().contains(host)
            && (uri.getPort() == -1 || uri.getPort() == HTTPS);
    return messenger
        || (settings.loopback() && "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host));
  }
}
