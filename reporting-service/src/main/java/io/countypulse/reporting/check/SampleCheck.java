package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls: those valid and those to problem numbers are parts of those made. */
final class SampleCheck {

  private SampleCheck() {}

  static List<Finding> of(ReadTable table) {
    Optional<Column> called = column(table, Word.CALLED);
    Optional<Column> valid = column(table, Word.SAMPLE).filter(each -> !each.says(Word.CALLED));
    if (called.isEmpty() || valid.isEmpty()) {
      return List.of();
    }
    Optional<Column> problem = column(table, Word.PROBLEM);
    return table.rows().stream()
        .flatMap(row -> row(table, row, called.get(), valid.get(), problem))
        .toList();
  }

  private static Optional<Column> column(ReadTable table, Word word) {
    return table.columns().stream()
        .filter(each -> each.isCurrentAmount() && each.says(word))
        .findFirst();
  }

  private static Stream<Finding> row(
      ReadTable table, Row row, Column called, Column valid, Optional<Column> problem) {
    BigDecimal parts =
        table
            .amount(row, valid)
            .add(problem.map(each -> table.amount(row, each)).orElse(BigDecimal.ZERO));
    return table
        .value(row, called)
        .filter(all -> parts.compareTo(all) > 0)
        .map(
            all ->
                table.finding(
                    FindingClass.WRONG,
                    row,
                    called,
                    "≥ " + parts,
                    "有效与问题号码共 " + parts + " 个，多于拨打的 " + all + " 个",
                    parts + " valid and problem numbers are more than the " + all + " called"))
        .stream();
  }
}
