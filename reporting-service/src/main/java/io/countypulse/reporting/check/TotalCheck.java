package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Totals against the rows above them. */
final class TotalCheck {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int COLUMNS_OF_A_PARTIAL_TABLE = 3;

  private final ReadTable table;
  private final List<Finding> findings = new ArrayList<>();

  private TotalCheck(ReadTable table) {
    this.table = table;
  }

  /**
   * @param explained columns whose total was held against something better already
   */
  static List<Finding> of(ReadTable table, Set<Column> explained) {
    TotalCheck check = new TotalCheck(table);
    List<Row> since = new ArrayList<>();
    for (Row row : table.rows()) {
      switch (row.kind()) {
        case UNIT -> since.add(row);
        case SUBTOTAL -> {
          check.sums(row, List.copyOf(since));
          since.clear();
        }
        case TOTAL, THEREOF -> {}
      }
    }
    table.total().ifPresent(total -> check.total(total, explained));
    return check.findings;
  }

  private void total(Row total, Set<Column> explained) {
    List<Row> units = table.units();
    if (units.size() < 2) {
      return;
    }
    if (isPartial(total, units)) {
      return;
    }
    sums(total, units);
    table.of(Column.Kind.PERCENT).stream()
        .filter(column -> !explained.contains(column))
        .forEach(column -> between(total, units, column));
  }

  /** A table that shows some units only: every total is larger than what is shown. */
  private boolean isPartial(Row total, List<Row> units) {
    List<Column> told =
        table.of(Column.Kind.AMOUNT).stream()
            .filter(column -> table.amount(total, column).signum() != 0)
            .toList();
    return told.size() >= COLUMNS_OF_A_PARTIAL_TABLE
        && told.stream()
            .allMatch(column -> table.amount(total, column).compareTo(sum(units, column)) > 0);
  }

  private void sums(Row total, List<Row> rows) {
    for (Column column : table.of(Column.Kind.AMOUNT)) {
      Optional<PrintedNumber> printed = table.number(total, column);
      boolean readable =
          rows.stream()
              .allMatch(
                  row -> table.number(row, column).isPresent() || table.isNothing(row, column));
      if (printed.isPresent() && readable && rows.size() > 1) {
        compare(total, column, printed.get(), rows);
      }
    }
  }

  private void compare(Row total, Column column, PrintedNumber printed, List<Row> rows) {
    BigDecimal sum = sum(rows, column);
    BigDecimal gap = printed.value().subtract(sum);
    if (gap.signum() == 0) {
      return;
    }
    String computed = sum.toPlainString();
    boolean rounding = gap.abs().compareTo(rounding(rows, column)) <= 0;
    findings.add(
        table.finding(
            rounding ? FindingClass.NOTICE : FindingClass.WRONG,
            total,
            column,
            computed,
            "各行相加为 " + computed + (rounding ? "，差额在各行四舍五入的范围之内" : ""),
            "The rows add up to " + computed + (rounding ? ", within their rounding" : "")));
  }

  /** How far a sum may stray when each row was rounded; nothing for whole numbers. */
  private BigDecimal rounding(List<Row> rows, Column column) {
    return rows.stream()
        .flatMap(row -> table.number(row, column).stream())
        .filter(number -> number.decimals() > 0)
        .map(number -> number.lastPlace().multiply(HALF))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal sum(List<Row> rows, Column column) {
    return rows.stream()
        .map(row -> table.amount(row, column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A rate of the whole lies between the rates of its parts. */
  private void between(Row total, List<Row> units, Column column) {
    List<BigDecimal> rates =
        units.stream().flatMap(row -> table.value(row, column).stream()).sorted().toList();
    Optional<BigDecimal> printed = table.value(total, column);
    if (rates.size() < 2 || printed.isEmpty()) {
      return;
    }
    if (printed.get().compareTo(rates.getFirst()) < 0
        || printed.get().compareTo(rates.getLast()) > 0) {
      String span = rates.getFirst() + "～" + rates.getLast();
      findings.add(
          table.finding(
              FindingClass.WRONG,
              total,
              column,
              span,
              "合计的比率应在各行比率之间（" + span + "）",
              "The rate of the whole lies between those of its parts: " + span));
    }
  }
}
