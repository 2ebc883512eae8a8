package io.countypulse.reporting.reconcile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A figure that is one thing here and another in its ledger.
 *
 * @param ledger whose: a department, or {@code log}
 * @param shown here: a number, or the name of a state
 * @param owned in the ledger
 */
record Difference(
    String ledger, LocalDate asOf, String county, String indicator, String shown, String owned) {

  private static final String ABSENT = "ABSENT";

  /** Every figure on which two sides do not say the same. */
  static List<Difference> between(
      String ledger, LocalDate asOf, Map<FigureName, String> shown, Map<FigureName, String> owned) {
    TreeSet<FigureName> names =
        new TreeSet<>(
            Comparator.comparing(FigureName::county).thenComparing(FigureName::indicator));
    names.addAll(shown.keySet());
    names.addAll(owned.keySet());
    return names.stream()
        .map(
            name ->
                new Difference(
                    ledger,
                    asOf,
                    name.county(),
                    name.indicator(),
                    shown.getOrDefault(name, ABSENT),
                    owned.getOrDefault(name, ABSENT)))
        .filter(each -> !each.shown().equals(each.owned()))
        .toList();
  }

  /** Sums of other days that are not the same, though every figure of this day is. */
  static Difference ofOtherDays(String ledger, LocalDate asOf, String shown, String owned) {
    return new Difference(ledger, asOf, "UNKNOWN", "*", shown, owned);
  }

  /** Whether another is of the same figure. */
  boolean isOfSameFigure(Difference other) {
    return county.equals(other.county) && indicator.equals(other.indicator);
  }
}
