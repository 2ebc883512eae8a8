package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Money per head, against the middle one of the table. */
final class PerHeadCheck {

  private static final int FEWEST_ROWS = 4;
  private static final int DECIMALS = 6;
  private static final BigDecimal FAR = BigDecimal.TWO;

  private PerHeadCheck() {}

  static List<Finding> of(ReadTable table) {
    return table.columns().stream()
        .filter(column -> column.isCurrentAmount() && column.says(Word.MONEY))
        .filter(column -> !column.says(Word.TARGET) && !column.says(Word.PEOPLE))
        .flatMap(money -> people(table, money).stream().flatMap(who -> heads(table, money, who)))
        .toList();
  }

  /** The people the money is for: the nearest column that counts some, the left one first. */
  private static Optional<Column> people(ReadTable table, Column money) {
    return table.columns().stream()
        .filter(column -> column.isCurrentAmount() && column.says(Word.PEOPLE))
        .filter(column -> !column.says(Word.MONEY) && !column.says(Word.TARGET))
        .filter(column -> Math.abs(column.index() - money.index()) <= 2)
        .min(Comparator.comparingDouble(column -> distance(money, column)));
  }

  private static double distance(Column money, Column people) {
    int distance = people.index() - money.index();
    return distance < 0 ? -distance : distance + 0.5;
  }

  private static Stream<Finding> heads(ReadTable table, Column money, Column people) {
    List<BigDecimal> all =
        table.units().stream()
            .flatMap(row -> perHead(table, row, money, people).stream())
            .filter(head -> head.signum() > 0)
            .sorted()
            .toList();
    if (all.size() < FEWEST_ROWS) {
      return Stream.empty();
    }
    BigDecimal middle = all.get(all.size() / 2);
    return table.units().stream()
        .flatMap(
            row ->
                perHead(table, row, money, people)
                    .filter(head -> isFar(head, middle))
                    .map(head -> finding(table, row, money, people, head, middle))
                    .stream());
  }

  private static Optional<BigDecimal> perHead(
      ReadTable table, Row row, Column money, Column people) {
    return table
        .value(row, people)
        .filter(heads -> heads.signum() > 0)
        .flatMap(
            heads ->
                table
                    .value(row, money)
                    .map(sum -> sum.divide(heads, DECIMALS, RoundingMode.HALF_UP)));
  }

  private static boolean isFar(BigDecimal head, BigDecimal middle) {
    return head.multiply(FAR).compareTo(middle) < 0 || middle.multiply(FAR).compareTo(head) < 0;
  }

  private static Finding finding(
      ReadTable table, Row row, Column money, Column people, BigDecimal head, BigDecimal middle) {
    String own = short2(head);
    String usual = short2(middle);
    return table.finding(
        FindingClass.NOTICE,
        row,
        money,
        own,
        "按“" + people.heading() + "”平均为 " + own + "，各行中位数为 " + usual + "，相差一倍以上，请核对",
        own + " per head; the middle row has " + usual);
  }

  private static String short2(BigDecimal value) {
    BigDecimal rounded =
        value.setScale(PrintedNumber.FULL_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }
}
