package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.Fault;

/**
 * Why a feed as a whole is refused: nothing of it is applied.
 *
 * @param line of the feed, from 1
 */
record Refusal(int line, Fault fault) {

  static final int HEADER_LINE = 1;

  static Refusal of(String code, String field, String message, String messageEn, String value) {
    return new Refusal(HEADER_LINE, new Fault(code, field, message, messageEn, value));
  }
}
