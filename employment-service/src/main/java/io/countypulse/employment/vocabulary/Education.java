package io.countypulse.employment.vocabulary;

/** 文化程度: the schooling a person has completed. */
public enum Education implements Word {
  NONE("文盲或半文盲"),
  PRIMARY("小学"),
  JUNIOR_SECONDARY("初中"),
  SENIOR_SECONDARY("高中"),
  SECONDARY_VOCATIONAL("中专"),
  COLLEGE("大专"),
  BACHELOR("本科"),
  POSTGRADUATE("研究生");

  public static final Vocabulary<Education> WORDS = Vocabulary.of(Education.class);

  private final String word;

  Education(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
