package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Per cents of a sample whose counts are not printed: some count must give them. */
final class ShareCheck {

  private final ReadTable table;
  private final Relation.Share share;
  private final List<Finding> findings = new ArrayList<>();

  private ShareCheck(ReadTable table, Relation.Share share) {
    this.table = table;
    this.share = share;
  }

  static List<Finding> of(ReadTable table, Relation.Share share) {
    ShareCheck check = new ShareCheck(table, share);
    table.rows().stream()
        .filter(row -> row.kind() != Row.Kind.TOTAL)
        .forEach(row -> check.row(row, table.amount(row, share.sample())));
    table.total().ifPresent(check::total);
    return check.findings;
  }

  private void row(Row row, BigDecimal sample) {
    Optional<PrintedNumber> printed = table.number(row, share.result());
    if (printed.isEmpty()) {
      return;
    }
    if (sample.signum() == 0) {
      nobodyAsked(row, printed.get());
    } else {
      judge(row, printed.get(), Counts.of(printed.get(), sample), sample);
    }
  }

  private void nobodyAsked(Row row, PrintedNumber printed) {
    boolean zero = printed.value().signum() == 0;
    findings.add(
        table.finding(
            zero ? FindingClass.NOT_APPLICABLE_AS_ZERO : FindingClass.WRONG,
            row,
            share.result(),
            "——",
            "“" + share.sample().heading() + "”为 0，无人可问，应印作“——”，不是 " + printed.value(),
            "Nobody was asked: not applicable, which is not " + printed.value()));
  }

  private void judge(Row row, PrintedNumber printed, Counts counts, BigDecimal sample) {
    switch (counts.fit()) {
      case CUT_OFF ->
          findings.add(
              table.finding(
                  FindingClass.WRONG,
                  row,
                  share.result(),
                  counts.computed(),
                  counts.least() + " ÷ " + sample + " = " + counts.computed() + "%，似为截尾而非四舍五入",
                  counts.least() + " ÷ " + sample + " = " + counts.computed() + " %; cut off"));
      case IMPOSSIBLE -> findings.add(impossible(row, counts, sample));
      case ROUNDED -> {
        if (printed.decimals() < PrintedNumber.FULL_DECIMALS && !counts.isExact()) {
          findings.add(
              table.finding(
                  FindingClass.SHORT,
                  row,
                  share.result(),
                  counts.computed(),
                  counts.least() + " ÷ " + sample + " = " + counts.computed() + "%，小数位数不足两位",
                  counts.computed() + " %: fewer than two decimals"));
        }
      }
    }
  }

  private Finding impossible(Row row, Counts counts, BigDecimal sample) {
    OptionalInt unasked = counts.unasked();
    String otherwise =
        unasked.isPresent() ? "；若有 " + unasked.getAsInt() + " 人未被问及则可能" : "；少问几人也算不出";
    String otherwiseEn =
        unasked.isPresent()
            ? "; possible if " + unasked.getAsInt() + " were not asked"
            : "; nor would any smaller sample";
    return table.finding(
        FindingClass.IMPOSSIBLE,
        row,
        share.result(),
        "",
        sample + " 人中任何人数都算不出这个百分比" + otherwise,
        "No count of " + sample + " gives this" + otherwiseEn);
  }

  /** The total's sample leaves out the units that were not asked; its count is the units' sum. */
  private void total(Row total) {
    Optional<PrintedNumber> printed = table.number(total, share.result());
    BigDecimal sample = askedInAll(total);
    if (printed.isEmpty() || sample.signum() <= 0) {
      row(total, sample);
      return;
    }
    Counts own = Counts.of(printed.get(), sample);
    judge(total, printed.get(), own, sample);
    List<Counts> parts = parts();
    long least = parts.stream().mapToLong(Counts::least).sum();
    long most = parts.stream().mapToLong(Counts::most).sum();
    if (!own.isImpossible() && !parts.isEmpty() && (own.most() < least || own.least() > most)) {
      String sum = least == most ? Long.toString(least) : least + "～" + most;
      String computed = new Counts(printed.get(), sample, least, most, own.fit()).computed();
      findings.add(
          table.finding(
              FindingClass.WRONG,
              total,
              share.result(),
              computed,
              "各行相加为 "
                  + sum
                  + " 人，合计印的是 "
                  + own.least()
                  + " 人："
                  + sum
                  + " ÷ "
                  + sample
                  + " = "
                  + computed
                  + "%",
              "The rows add up to " + sum + " of " + sample + ", the total prints " + own.least()));
    }
  }

  private BigDecimal askedInAll(Row total) {
    BigDecimal notAsked =
        table.units().stream()
            .filter(row -> table.number(row, share.result()).isEmpty())
            .map(row -> table.amount(row, share.sample()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return table.amount(total, share.sample()).subtract(notAsked);
  }

  private List<Counts> parts() {
    return table.units().stream()
        .filter(row -> table.amount(row, share.sample()).signum() > 0)
        .flatMap(
            row ->
                table
                    .number(row, share.result())
                    .map(printed -> Counts.of(printed, table.amount(row, share.sample())))
                    .stream())
        .toList();
  }
}
