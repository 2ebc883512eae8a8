package io.countypulse.reporting.check;

import static io.countypulse.reporting.check.PrintedNumber.percentText;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rates against the two amounts printed beside them. */
final class RateCheck {

  private static final String NOTHING = "——";

  private final ReadTable table;
  private final Relation.Rate rate;
  private final List<Finding> findings = new ArrayList<>();

  private RateCheck(ReadTable table, Relation.Rate rate) {
    this.table = table;
    this.rate = rate;
  }

  static List<Finding> of(ReadTable table, Relation.Rate rate) {
    RateCheck check = new RateCheck(table, rate);
    table.rows().forEach(check::row);
    table.total().ifPresent(check::unitsWithoutWhole);
    return check.findings;
  }

  private void row(Row row) {
    Optional<PrintedNumber> printed = table.number(row, rate.result());
    if (printed.isEmpty()) {
      return;
    }
    Optional<BigDecimal> whole = table.value(row, rate.whole());
    boolean none = whole.map(n -> n.signum() == 0).orElse(table.isNothing(row, rate.whole()));
    if (none) {
      nothingToDivideBy(row, printed.get(), whole.isPresent());
    } else if (whole.isPresent()) {
      table
          .value(row, rate.part())
          .ifPresent(part -> compare(row, printed.get(), part, whole.get()));
    }
  }

  private void nothingToDivideBy(Row row, PrintedNumber printed, boolean zero) {
    if (!zero && table.isNothing(row, rate.part())) {
      return;
    }
    String whole = rate.whole().heading();
    if (printed.value().signum() == 0) {
      findings.add(
          table.finding(
              FindingClass.NOT_APPLICABLE_AS_ZERO,
              row,
              rate.result(),
              NOTHING,
              "“" + whole + "”为 0 或未设，比率不适用，应印作“——”，不是 0",
              "Nothing to divide by in “" + whole + "”: not applicable, which is not 0"));
    } else {
      findings.add(
          table.finding(
              FindingClass.WRONG,
              row,
              rate.result(),
              NOTHING,
              "“" + whole + "”为 0 或未设，不能算出比率",
              "Nothing to divide by in “" + whole + "”: there is no rate"));
    }
  }

  private void compare(Row row, PrintedNumber printed, BigDecimal part, BigDecimal whole) {
    String computed = percentText(part, whole);
    String fraction =
        part.stripTrailingZeros().toPlainString()
            + " ÷ "
            + whole.stripTrailingZeros().toPlainString();
    if (!printed.rounds(part, whole)) {
      findings.add(wrong(row, printed, part, whole, fraction + " = " + computed + "%"));
    } else if (printed.decimals() < PrintedNumber.FULL_DECIMALS
        && !printed.equalsPercent(part, whole)) {
      findings.add(
          table.finding(
              FindingClass.SHORT,
              row,
              rate.result(),
              computed,
              fraction + " = " + computed + "%，小数位数不足两位",
              fraction + " = " + computed + " %: fewer than two decimals"));
    }
  }

  private Finding wrong(
      Row row, PrintedNumber printed, BigDecimal part, BigDecimal whole, String sum) {
    boolean cutOff = printed.isNear(part, whole);
    boolean average = row.kind() == Row.Kind.TOTAL && isAverage(printed);
    String why = cutOff ? "，似为截尾而非四舍五入" : average ? "，似为各行比率的平均数" : "";
    String whyEn =
        cutOff ? "; cut off, not rounded" : average ? "; looks like the rows' average" : "";
    return table.finding(
        FindingClass.WRONG, row, rate.result(), percentText(part, whole), sum + why, sum + whyEn);
  }

  /** A rate is never the average of rates. */
  private boolean isAverage(PrintedNumber printed) {
    List<BigDecimal> rates =
        table.units().stream().flatMap(row -> table.value(row, rate.result()).stream()).toList();
    return !rates.isEmpty()
        && rates.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(rates.size()), printed.decimals(), RoundingMode.HALF_UP)
                .compareTo(printed.value())
            == 0;
  }

  /** The total is right, but counts units that have nothing to be measured by. */
  private void unitsWithoutWhole(Row total) {
    Optional<PrintedNumber> printed = table.number(total, rate.result());
    Optional<BigDecimal> part = table.value(total, rate.part());
    Optional<BigDecimal> whole = table.value(total, rate.whole()).filter(n -> n.signum() > 0);
    List<Row> without =
        table.units().stream()
            .filter(row -> table.amount(row, rate.whole()).signum() == 0)
            .filter(row -> table.amount(row, rate.part()).signum() > 0)
            .toList();
    if (printed.isEmpty() || part.isEmpty() || whole.isEmpty() || without.isEmpty()) {
      return;
    }
    BigDecimal counted =
        without.stream()
            .map(row -> table.amount(row, rate.part()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String names = String.join("、", without.stream().map(Row::label).toList());
    String other = percentText(part.get().subtract(counted), whole.get());
    if (printed.get().rounds(part.get(), whole.get())) {
      findings.add(
          table.finding(
              FindingClass.NOTICE,
              total,
              rate.result(),
              other,
              "合计计入了没有“" + rate.whole().heading() + "”的单位：" + names + "；不计则为 " + other + "%",
              "The total counts units without “"
                  + rate.whole().heading()
                  + "”: "
                  + names
                  + "; "
                  + other
                  + " % without them"));
    }
  }
}
