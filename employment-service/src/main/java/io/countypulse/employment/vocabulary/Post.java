package io.countypulse.employment.vocabulary;

/** 岗位类型: the kind of post; workshops and public-welfare posts are assistance at home. */
public enum Post implements Word {
  ORDINARY("普通"),
  WORKSHOP("帮扶车间"),
  PUBLIC_WELFARE("公益性岗位");

  public static final Vocabulary<Post> WORDS = Vocabulary.of(Post.class);

  private final String word;

  Post(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
