package io.countypulse.local;

/** Why a command cannot be carried out: one sentence in Chinese, the same in English. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String chinese, String english) {
    super(chinese + " " + english);
  }
}
