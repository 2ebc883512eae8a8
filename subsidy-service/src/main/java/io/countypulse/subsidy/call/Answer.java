package io.countypulse.subsidy.call;

import java.util.Arrays;
import java.util.Optional;

/** What somebody said when asked about a policy (DOMAIN.md § 10). */
enum Answer {
  KNOWS("知晓"),
  DOES_NOT_KNOW("不知晓"),
  NOT_APPLICABLE("不适用");

  private final String word;

  Answer(String word) {
    this.word = word;
  }

  static Optional<Answer> find(String word) {
    return Arrays.stream(values()).filter(answer -> answer.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }
}
