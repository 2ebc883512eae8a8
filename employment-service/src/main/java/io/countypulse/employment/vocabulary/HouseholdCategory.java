package io.countypulse.employment.vocabulary;

/** 户类型: a household lifted out of poverty, or a monitored one of one of three kinds. */
public enum HouseholdCategory implements Word {
  LIFTED("脱贫户"),
  MONITORED("监测对象"),
  MONITORED_UNSTABLE("脱贫不稳定户"),
  MONITORED_MARGINAL("边缘易致贫户"),
  MONITORED_SUDDEN("突发严重困难户");

  public static final Vocabulary<HouseholdCategory> WORDS = Vocabulary.of(HouseholdCategory.class);

  private final String word;

  HouseholdCategory(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
