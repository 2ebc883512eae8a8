package io.countypulse.credit.feed;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 状态: how a loan stands, in the words of a feed. */
enum LoanStatus {
  NORMAL("正常"),
  OVERDUE("逾期"),
  EXTENDED("展期"),
  RENEWED("续贷"),
  SETTLED("结清"),
  WRITTEN_OFF("核销");

  private static final Map<String, LoanStatus> BY_WORD =
      Stream.of(values()).collect(Collectors.toMap(status -> status.word, Function.identity()));

  private final String word;

  LoanStatus(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The status a word stands for. */
  static Optional<LoanStatus> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
