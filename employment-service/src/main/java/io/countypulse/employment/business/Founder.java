package io.countypulse.employment.business;

import io.countypulse.employment.vocabulary.Vocabulary;
import io.countypulse.employment.vocabulary.Word;

/** 类别: who opened a business. */
enum Founder implements Word {
  RETURNED("返乡创业"),
  GRADUATE("大学生创业");

  static final Vocabulary<Founder> WORDS = Vocabulary.of(Founder.class);

  private final String word;

  Founder(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
