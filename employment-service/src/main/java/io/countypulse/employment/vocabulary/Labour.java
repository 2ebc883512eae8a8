package io.countypulse.employment.vocabulary;

/** 劳动能力: how able to work a person is. */
public enum Labour implements Word {
  ORDINARY("普通劳动力"),
  SKILLED("技能劳动力"),
  WEAK("弱劳动力"),
  LOST("丧失劳动力"),
  NONE("无劳动力");

  public static final Vocabulary<Labour> WORDS = Vocabulary.of(Labour.class);

  private final String word;

  Labour(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
