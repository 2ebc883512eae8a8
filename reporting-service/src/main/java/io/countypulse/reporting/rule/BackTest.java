package io.countypulse.reporting.rule;

import io.countypulse.platform.units.Unit;
import io.countypulse.reporting.figure.UnitHistory;
import io.countypulse.reporting.rule.Evaluation.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done from 1 January to today, and whether it can be meant.
 *
 * @param counties how many counties have the figure today
 * @param openToday how many of them would have an alert open
 * @param objection why it is refused; null where nothing speaks against it
 */
public record BackTest(
    LocalDate from,
    LocalDate to,
    int counties,
    int openToday,
    int alerts,
    List<UnitAlerts> units,
    @Nullable Objection objection) {

  /** The alerts a unit would have had. */
  public record UnitAlerts(String county, String name, List<Span> alerts) {}

  /** One alert. */
  public record Span(
      LocalDate opened, @Nullable LocalDate closed, Severity severity, String why, String whyEn) {}

  /** Why a rule is refused. */
  public enum Objection {
    DIVIDES_BY_ZERO(
        "分母在所有县（市）区全年都为零或没有数据，算不出比例。", "Its denominator is zero or missing everywhere, all year."),
    FIRES_EVERYWHERE(
        "按今天的数据，所有有数的县（市）区都会触发，起不到预警作用。",
        "Today it would fire for every county that has the figure."),
    SAYS_NOTHING("所有县（市）区都没有这项数据。", "No county has this figure.");

    private final String detail;
    private final String english;

    Objection(String detail, String english) {
      this.detail = detail;
      this.english = english;
    }

    public String detail() {
      return detail;
    }

    public String english() {
      return english;
    }
  }

  /** Tries a rule on the past. */
  public static BackTest of(Rule rule, Evaluation evaluation) {
    Map<Subject, List<Episode>> found = evaluation.of(rule);
    List<UnitAlerts> units = new ArrayList<>();
    found.forEach(
        (subject, episodes) -> {
          Unit unit = evaluation.history(subject.unit()).unit();
          units.add(
              new UnitAlerts(
                  unit.code().value(),
                  subject.bank().isEmpty() ? unit.name() : subject.bank(),
                  episodes.stream().map(each -> span(rule, each)).toList()));
        });
    List<UnitHistory> counties = counties(rule, evaluation);
    int open =
        (int)
            counties.stream()
                .filter(each -> isOpen(found.get(new Subject(each.unit().code(), ""))))
                .count();
    return new BackTest(
        evaluation.from(),
        evaluation.today(),
        counties.size(),
        open,
        found.values().stream().mapToInt(Collection::size).sum(),
        units,
        objection(rule, evaluation, counties.size(), open));
  }

  private static Span span(Rule rule, Episode episode) {
    Wording wording = Wording.of(rule, episode.latest());
    return new Span(
        episode.opened(), episode.closed(), episode.severity(), wording.why(), wording.whyEn());
  }

  private static boolean isOpen(@Nullable List<Episode> episodes) {
    return episodes != null && episodes.getLast().isOpen();
  }

  /** The counties whose figure the rule can say anything of today. */
  private static List<UnitHistory> counties(Rule rule, Evaluation evaluation) {
    Operand figure = rule.condition().operand();
    boolean missing = rule.condition() instanceof Condition.NotReported;
    return evaluation.units().values().stream()
        .filter(each -> !each.unit().code().equals(evaluation.city()))
        .filter(each -> figure != null && (missing || figure.on(evaluation.today(), each) != null))
        .toList();
  }

  private static @Nullable Objection objection(
      Rule rule, Evaluation evaluation, int counties, int open) {
    Operand figure = rule.condition().operand();
    if (figure == null) {
      return null;
    }
    if (!isDefinedAnywhere(figure, evaluation)) {
      return Objection.DIVIDES_BY_ZERO;
    }
    if (counties == 0) {
      return Objection.SAYS_NOTHING;
    }
    return counties > 1 && open == counties ? Objection.FIRES_EVERYWHERE : null;
  }

  private static boolean isDefinedAnywhere(Operand figure, Evaluation evaluation) {
    return evaluation.units().values().stream()
        .anyMatch(
            unit ->
                evaluation
                    .from()
                    .datesUntil(evaluation.today().plusDays(1))
                    .anyMatch(day -> figure.isDefined(day, unit)));
  }
}
