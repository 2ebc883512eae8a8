package io.countypulse.reporting.notice;

/**
 * Where messages go. Address and secret let anybody write in a group's name: they are stored
 * encrypted, and this never prints them.
 *
 * @param address a webhook's address or an e-mail address; empty in the app
 * @param secret what requests are signed with; empty without
 */
record Destination(Channel channel, String address, String secret) {

  private static final int SHOWN = 4;
  private static final int LONG = 24;

  static final Destination IN_APP = new Destination(Channel.IN_APP, "", "");

  /** Enough to tell one's own addresses apart, too little to use them. */
  String masked() {
    return switch (channel) {
      case IN_APP -> "";
      case EMAIL -> address.charAt(0) + "***" + address.substring(address.indexOf('@'));
      case WECOM, DINGTALK, FEISHU ->
          address.length() < LONG ? "…" : "…" + address.substring(address.length() - SHOWN);
    };
  }

  @Override
  public String toString() {
    return channel + " " + masked();
  }
}
