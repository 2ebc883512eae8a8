package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Differences, sums across, changes, growth and places against the cells they follow from. */
final class FollowCheck {

  private final ReadTable table;

  private FollowCheck(ReadTable table) {
    this.table = table;
  }

  static List<Finding> difference(ReadTable table, Relation.Difference relation) {
    return new FollowCheck(table)
        .rows(
            relation,
            (row, _) ->
                table.amount(row, relation.whole()).subtract(table.amount(row, relation.part())));
  }

  static List<Finding> across(ReadTable table, Relation.Across relation) {
    return new FollowCheck(table)
        .rows(
            relation,
            (row, _) ->
                relation.parts().stream()
                    .map(part -> table.amount(row, part))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  static List<Finding> growth(ReadTable table, Relation.Growth relation) {
    return new FollowCheck(table)
        .rows(
            relation,
            (row, printed) -> {
              BigDecimal before = table.amount(row, relation.before());
              return before.signum() == 0
                  ? null
                  : PrintedNumber.percent(
                      table.amount(row, relation.now()).subtract(before),
                      before,
                      printed.decimals());
            });
  }

  /** Of rates, the difference of the two printed rates (DOMAIN.md § 7). */
  static List<Finding> change(ReadTable table, Relation.Change relation) {
    List<Finding> findings =
        new ArrayList<>(
            new FollowCheck(table)
                .rows(
                    relation,
                    (row, printed) ->
                        table.value(row, relation.now()).isEmpty()
                            ? null
                            : table
                                .amount(row, relation.now())
                                .subtract(table.amount(row, relation.before()))
                                .setScale(printed.decimals(), RoundingMode.HALF_UP)));
    Column result = relation.result();
    boolean saysPerCent =
        (result.says(Word.PERCENT) || printsPerCent(table, result)) && !result.says(Word.POINTS);
    if (relation.inPoints() && saysPerCent) {
      findings.add(
          table.finding(
              result,
              "两个百分比之差是百分点，不是百分之几",
              "The difference of two per cents is in points, not per cent"));
    }
    return findings;
  }

  private static boolean printsPerCent(ReadTable table, Column column) {
    return table.rows().stream()
        .flatMap(row -> table.number(row, column).stream())
        .anyMatch(PrintedNumber::percentSign);
  }

  static List<Finding> ranking(ReadTable table, Relation.Ranking ranking) {
    Map<BigDecimal, Integer> places = Rankings.places(table, ranking);
    return table.units().stream()
        .flatMap(row -> place(table, ranking, row, places).stream())
        .toList();
  }

  private static Optional<Finding> place(
      ReadTable table, Relation.Ranking ranking, Row row, Map<BigDecimal, Integer> places) {
    Optional<BigDecimal> printed = table.value(row, ranking.result());
    Optional<Integer> place = table.value(row, ranking.by()).map(places::get);
    return printed.isPresent()
            && place.isPresent()
            && printed.get().compareTo(BigDecimal.valueOf(place.get())) != 0
        ? Optional.of(
            table.finding(
                FindingClass.WRONG,
                row,
                ranking.result(),
                place.get().toString(),
                "按“" + ranking.by().heading() + "”应排第 " + place.get(),
                "By “" + ranking.by().heading() + "” it is number " + place.get()))
        : Optional.empty();
  }

  /** What a row should print; null where nothing follows. */
  private interface Expectation {
    @Nullable BigDecimal of(Row row, PrintedNumber printed);
  }

  private List<Finding> rows(Relation relation, Expectation expectation) {
    return table.rows().stream().flatMap(row -> row(row, relation, expectation)).toList();
  }

  private Stream<Finding> row(Row row, Relation relation, Expectation expectation) {
    Optional<PrintedNumber> printed = table.number(row, relation.result());
    BigDecimal expected = printed.map(number -> expectation.of(row, number)).orElse(null);
    return expected == null || expected.compareTo(printed.orElseThrow().value()) == 0
        ? Stream.empty()
        : Stream.of(
            table.finding(
                FindingClass.WRONG,
                row,
                relation.result(),
                expected.toPlainString(),
                "按“" + relation.formula() + "”应为 " + expected.toPlainString(),
                "By “" + relation.formula() + "” it is " + expected.toPlainString()));
  }
}
