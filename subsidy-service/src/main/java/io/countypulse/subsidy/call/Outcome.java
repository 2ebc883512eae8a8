package io.countypulse.subsidy.call;

import java.util.Arrays;
import java.util.Optional;

/** How a call ended (DOMAIN.md § 10). */
enum Outcome {
  VALID("有效"),
  WRONG_NUMBER("号码错误"),
  EMPTY_NUMBER("空号"),
  NO_ANSWER("无人接听");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  static Optional<Outcome> find(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }
}
