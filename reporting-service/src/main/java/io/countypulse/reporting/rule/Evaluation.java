package io.countypulse.reporting.rule;

import io.countypulse.platform.time.BusinessDays;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.feed.BankFeeds;
import io.countypulse.reporting.feed.FeedState;
import io.countypulse.reporting.figure.UnitHistory;
import io.countypulse.reporting.reconcile.Ledgers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The alerts that follow from rules, figures and feeds: a function of the history from 1 January to
 * the business date, so that evaluating again opens nothing twice (DOMAIN.md § 8).
 *
 * @param units the city and its counties
 */
public record Evaluation(
    LocalDate today,
    BusinessDays businessDays,
    UnitCode city,
    Map<UnitCode, UnitHistory> units,
    BankFeeds feeds,
    Ledgers ledgers) {

  /**
   * What an alert is about: at any time one is open of each.
   *
   * @param bank the bank whose feed it is; empty of a figure
   */
  public record Subject(UnitCode unit, String bank) {}

  /** The first day that is looked at. */
  public LocalDate from() {
    return today.withDayOfYear(1);
  }

  /** The alerts of a rule: of each unit or bank that had any, the earliest first. */
  public Map<Subject, List<Episode>> of(Rule rule) {
    Map<Subject, List<Episode>> all = new LinkedHashMap<>();
    if (rule.condition() instanceof Condition.FeedOutstanding) {
      feeds.banks().forEach(bank -> all.put(new Subject(city, bank), ofBank(rule, bank)));
    } else if (rule.condition() instanceof Condition.LedgersDisagree) {
      units.keySet().forEach(unit -> all.put(new Subject(unit, ""), ofLedgers(rule, unit)));
    } else {
      units.forEach(
          (code, unit) -> {
            if (!code.equals(city) || rule.condition().concernsCity()) {
              all.put(new Subject(code, ""), ofUnit(rule, unit));
            }
          });
    }
    all.values().removeIf(List::isEmpty);
    return all;
  }

  /** The alerts of one unit. */
  public List<Episode> ofUnit(Rule rule, UnitHistory unit) {
    Judge judge = new Judge(rule, unit, history(city));
    return along(rule, judge::on);
  }

  private List<Episode> ofBank(Rule rule, String bank) {
    return along(
        rule,
        day ->
            switch (feeds.on(day, bank)) {
              case null -> new Verdict.Silent();
              case ACCEPTED -> new Verdict.Clear();
              case FeedState.REFUSED, FeedState.MISSING ->
                  new Verdict.Holds(rule.severity(), new Finding(day, null, null, null, null));
            });
  }

  /** On a day that nobody compared nothing is known. */
  private List<Episode> ofLedgers(Rule rule, UnitCode unit) {
    return along(
        rule,
        day ->
            switch (ledgers.differences(day, unit)) {
              case null -> new Verdict.Silent();
              case 0 -> new Verdict.Clear();
              case Integer count ->
                  new Verdict.Holds(
                      rule.severity(),
                      new Finding(day, BigDecimal.valueOf(count), null, null, null));
            });
  }

  private List<Episode> along(Rule rule, Function<LocalDate, Verdict> verdicts) {
    Episodes episodes = new Episodes(rule.clearDays(), businessDays);
    from().datesUntil(today.plusDays(1)).forEach(day -> episodes.add(day, verdicts.apply(day)));
    return episodes.all();
  }

  UnitHistory history(UnitCode code) {
    return Objects.requireNonNull(units.get(code));
  }
}
