package io.countypulse.credit.feed;

/** What a person said of a feed that was held. */
enum Decision {
  CONFIRMED,
  DECLINED;

  /** The receipt of a feed that was declined. */
  static Refusal declined(String note) {
    return Refusal.of(
        "HELD_FEED_DECLINED",
        "",
        "经人工核对退回：" + note,
        "Declined by a person after it was held: " + note,
        "");
  }
}
