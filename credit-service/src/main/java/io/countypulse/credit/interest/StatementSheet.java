package io.countypulse.credit.interest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as a table for spreadsheets: CSV, UTF-8 with a mark, rows ended as RFC 4180 has it.
 */
final class StatementSheet {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private StatementSheet() {}

  static String csv(Statement.Detail detail) {
    Statement statement = detail.statement();
    Stream<List<String>> head =
        Stream.of(List.of("季度", "类别", "银行", "县（市）区", "借据号", "户编号", "贴息天数", "日均余额", "贴息利率", "贴息金额"));
    Stream<List<String>> lines =
        detail.lines().stream()
            .map(
                line ->
                    List.of(
                        line.quarter().toString(),
                        line.kind().equals("INTEREST") ? "本季" : "以前季度差额",
                        statement.bank(),
                        statement.countyName(),
                        line.loanId().substring(statement.bank().length() + 1),
                        line.householdId(),
                        Integer.toString(line.days()),
                        line.averageBalance(),
                        line.rate(),
                        line.amount()));
    Stream<List<String>> total =
        Stream.of(
            List.of(
                statement.quarter().toString(),
                "合计",
                statement.bank(),
                statement.countyName(),
                "",
                "",
                "",
                "",
                "",
                statement.amount()));
    return Stream.of(head, lines, total)
        .flatMap(part -> part)
        .map(row -> row.stream().map(StatementSheet::field).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
  }

  /** A text that a spreadsheet would take for a formula is told apart by an apostrophe. */
  private static String field(String text) {
    boolean formula = text.matches("(?s)[=+@\\t\\r].*|-.*[^0-9.].*");
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(sign -> ",\"\r\n".indexOf(sign) >= 0);
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
