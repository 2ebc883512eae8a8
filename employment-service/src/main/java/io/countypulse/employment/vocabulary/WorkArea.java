package io.countypulse.employment.vocabulary;

/** 务工区域: where the work is, seen from the home county. */
public enum WorkArea implements Word {
  OUT_OF_PROVINCE("省外"),
  IN_PROVINCE("省内县外"),
  IN_COUNTY("县内");

  public static final Vocabulary<WorkArea> WORDS = Vocabulary.of(WorkArea.class);

  private final String word;

  WorkArea(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
