package io.countypulse.bankkit;

/** Why a command cannot be carried out: one sentence in Chinese, the same in English. */
final class Complaint extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Complaint(String chinese, String english) {
    super(chinese + " " + english);
  }
}
