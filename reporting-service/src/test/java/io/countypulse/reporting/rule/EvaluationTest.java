package io.countypulse.reporting.rule;

import static io.countypulse.reporting.figure.Histories.CITY;
import static io.countypulse.reporting.figure.Histories.GUANDU;
import static io.countypulse.reporting.figure.Histories.PANLONG;
import static io.countypulse.reporting.figure.Histories.WUHUA;
import static io.countypulse.reporting.figure.Indicator.CREDIT_COMPLETION_RATE;
import static io.countypulse.reporting.figure.Indicator.CREDIT_OVERDUE_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countypulse.platform.time.BusinessDays;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.feed.BankFeeds;
import io.countypulse.reporting.feed.FeedState;
import io.countypulse.reporting.figure.Histories;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.reconcile.Ledgers;
import io.countypulse.reporting.rule.Condition.Change;
import io.countypulse.reporting.rule.Condition.Side;
import io.countypulse.reporting.rule.Evaluation.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** DOMAIN.md § 8: when alerts open, what they say, and when they close. */
class EvaluationTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final BusinessDays DAYS =
      new BusinessDays(Map.of(TODAY, new BusinessDays.Exceptional(false, "端午节")));
  private static final Condition OVERDUE =
      new Condition.Threshold(
          new Operand(CREDIT_OVERDUE_RATE, null), Side.ABOVE, number("1"), number("2"), 0);

  private final Histories sums = new Histories();
  private Ledgers ledgers = Ledgers.NONE;
  private BankFeeds feeds = BankFeeds.NONE;

  @Test
  void itOpensOnTheFirstDayAboveTheLineAndClosesOnTheThirdClearBusinessDay() {
    sums.lends(WUHUA, "2024-01-02", 10_000);
    sums.overdue(WUHUA, "2024-05-07", 101).overdue(WUHUA, "2024-05-16", -101);
    Episode episode = only(of(OVERDUE), WUHUA);
    assertThat(episode.opened()).isEqualTo("2024-05-07");
    assertThat(episode.clearSince()).isEqualTo("2024-05-16");
    assertThat(episode.closed()).as("Thursday, Friday, Monday").isEqualTo("2024-05-20");
  }

  @Test
  void exactlyTheLineIsNotAboveIt() {
    sums.lends(WUHUA, "2024-01-02", 10_000).overdue(WUHUA, "2024-05-07", 100);
    assertThat(of(OVERDUE)).isEmpty();
  }

  @Test
  void aFigureThatHoversAboutItsLineIsOneAlert() {
    sums.lends(WUHUA, "2024-01-02", 10_000);
    for (int day = 1; day <= 28; day += 2) {
      String even = "2024-05-%02d".formatted(day);
      String odd = "2024-05-%02d".formatted(day + 1);
      sums.overdue(WUHUA, even, 150).overdue(WUHUA, odd, -150);
    }
    Episode episode = only(of(OVERDUE), WUHUA);
    assertThat(episode.opened()).isEqualTo("2024-05-01");
    assertThat(episode.closed()).isEqualTo("2024-05-30");
  }

  @Test
  void afterItHasClosedItOpensAnew() {
    sums.lends(WUHUA, "2024-01-02", 10_000).overdue(WUHUA, "2024-03-01", 150);
    sums.overdue(WUHUA, "2024-03-05", -150).overdue(WUHUA, "2024-06-03", 150);
    assertThat(of(OVERDUE).get(subject(WUHUA)))
        .extracting(Episode::opened, Episode::isOpen)
        .containsExactly(
            tuple(LocalDate.parse("2024-03-01"), false),
            tuple(LocalDate.parse("2024-06-03"), true));
  }

  @Test
  void aHolidayIsNoClearBusinessDay() {
    sums.lends(WUHUA, "2024-01-02", 10_000).overdue(WUHUA, "2024-05-07", 150);
    sums.overdue(WUHUA, "2024-06-06", -150);
    Episode episode = only(of(OVERDUE), WUHUA);
    assertThat(episode.isOpen()).as("the third would be the holiday").isTrue();
    assertThat(episode.clearSince()).isEqualTo("2024-06-06");
  }

  @Test
  void itGetsGraverAndMilderOnTheDaysTheFigureDoes() {
    sums.lends(WUHUA, "2024-01-02", 10_000).overdue(WUHUA, "2024-05-07", 150);
    sums.overdue(WUHUA, "2024-05-20", 60).overdue(WUHUA, "2024-06-03", -60);
    assertThat(only(of(OVERDUE), WUHUA).steps())
        .containsExactly(
            step("2024-05-07", Severity.WARNING),
            step("2024-05-20", Severity.SEVERE),
            step("2024-06-03", Severity.WARNING));
  }

  @Test
  void aRateIsTheCitysTooAndEachSaysWhyAndWhatClearsIt() {
    sums.lends(WUHUA, "2024-01-02", 10_000).overdue(WUHUA, "2024-05-07", 150);
    Map<Subject, List<Episode>> found = of(OVERDUE);
    assertThat(found).containsOnlyKeys(subject(CITY), subject(WUHUA));
    Wording wording = Wording.of(rule(OVERDUE), only(found, WUHUA).latest());
    assertThat(wording.why()).isEqualTo("小额信贷逾期率 1.50%，高于 1%");
    assertThat(wording.clears()).isEqualTo("小额信贷逾期率降至 1% 及以下，并保持 3 个工作日");
    assertThat(wording.whyEn()).isEqualTo("Overdue rate 1.50 %, above 1 %");
    assertThat(wording.clearsEn()).isEqualTo("Overdue rate at most 1 %, for 3 business days");
  }

  @Test
  void againstAMonthBeforeWhatHadNoValueThenIsNoRise() {
    sums.lends(WUHUA, "2024-05-20", 10_000).overdue(WUHUA, "2024-06-01", 150);
    Condition rising =
        new Condition.OnMonth(new Operand(CREDIT_OVERDUE_RATE, null), Change.ROSE, null);
    assertThat(of(rising)).isEmpty();
    sums.lends(PANLONG, "2024-01-02", 10_000).overdue(PANLONG, "2024-06-01", 150);
    assertThat(only(of(rising), PANLONG).opened()).isEqualTo("2024-06-01");
  }

  @Test
  void noProgressIsAnUnchangedCompletionShortOfAHundred() {
    sums.lends(WUHUA, "2024-01-02", 10_000).target(WUHUA, 1_000, "2024-12-31");
    sums.add(WUHUA, "credit.issued", "2024", "2024-04-20", 50_000);
    Condition unchanged =
        new Condition.OnMonth(
            new Operand(CREDIT_COMPLETION_RATE, null), Change.UNCHANGED, number("100"));
    assertThat(of(unchanged).get(subject(WUHUA)))
        .extracting(each -> each.opened().toString())
        .containsExactly("2024-01-01", "2024-05-20");
  }

  @Test
  void behindTheCalendarCountsTowardsTheTargetsOwnDeadline() {
    sums.lends(WUHUA, "2024-01-02", 10_000).target(WUHUA, 1_000, "2024-12-31");
    sums.lends(PANLONG, "2024-01-02", 10_000).target(PANLONG, 1_000, "2024-06-30");
    for (UnitCode county : List.of(WUHUA, PANLONG)) {
      sums.add(county, "credit.issued", "2024", "2024-01-02", 50_000);
    }
    Condition behind =
        new Condition.BehindCalendar(new Operand(CREDIT_COMPLETION_RATE, null), number("10"));
    Map<Subject, List<Episode>> found = of(behind);
    assertThat(found).doesNotContainKey(subject(WUHUA));
    Episode late = only(found, PANLONG);
    assertThat(late.opened()).as("day 110 of 182 is 60.44 %").isEqualTo("2024-04-19");
    assertThat(late.latest().compared()).isEqualTo("89.01");
    assertThat(late.latest().line()).isEqualTo("79.01");
  }

  @Test
  void fewerThanFiveAskedAreNotHeardAndAQuotientOfTwoFiguresIsARate() {
    Condition aware =
        new Condition.Threshold(
            new Operand(Indicator.CALLS_AWARENESS_YULU, null), Side.BELOW, number("60"), null, 5);
    calls(WUHUA, 4, 1);
    calls(PANLONG, 5, 1);
    assertThat(of(aware)).containsOnlyKeys(subject(CITY), subject(PANLONG));
    Condition problems =
        new Condition.Threshold(
            new Operand(Indicator.CALLS_PROBLEM_NUMBERS, Indicator.CALLS_MADE),
            Side.ABOVE,
            number("20"),
            null,
            0);
    sums.add(WUHUA, "calls.problem_numbers", "2024-05", "2024-05-14", 3);
    assertThat(only(of(problems), WUHUA).latest().value()).isEqualTo("75.00");
  }

  @Test
  void aCountyFarFromTheCityIsFoundAndTheCityItselfIsNot() {
    for (UnitCode county : List.of(WUHUA, PANLONG, GUANDU)) {
      sums.lends(county, "2024-01-02", 10_000);
    }
    sums.overdue(GUANDU, "2024-06-03", 600);
    Condition apart =
        new Condition.AgainstCity(new Operand(CREDIT_OVERDUE_RATE, null), Side.ABOVE, number("3"));
    assertThat(of(apart)).containsOnlyKeys(subject(GUANDU));
  }

  @Test
  void aBanksDayWithoutAcceptedFeedIsAnAlertOfTheBankAndItsSundaySaysNothing() {
    feed("2024-05-31", FeedState.ACCEPTED);
    feed("2024-06-03", FeedState.MISSING);
    feed("2024-06-04", FeedState.REFUSED);
    feed("2024-06-05", FeedState.ACCEPTED);
    feed("2024-06-06", FeedState.ACCEPTED);
    Subject bank = new Subject(CITY, "KMRCB");
    Condition outstanding = new Condition.FeedOutstanding();
    assertThat(of(outstanding).get(bank))
        .singleElement()
        .satisfies(each -> assertThat(each.opened()).isEqualTo("2024-06-03"))
        .satisfies(each -> assertThat(each.isOpen()).isTrue());
    feed("2024-06-07", FeedState.ACCEPTED);
    assertThat(of(outstanding).getOrDefault(bank, List.of()).getFirst().closed())
        .isEqualTo("2024-06-07");
  }

  @Test
  void figuresUnlikeTheirOwnersAreAnAlertUntilComparedAndEqualForThreeBusinessDays() {
    ledgers =
        new Ledgers(
            Map.of(
                LocalDate.parse("2024-06-03"), Map.of(WUHUA, 2),
                LocalDate.parse("2024-06-04"), Map.of(),
                LocalDate.parse("2024-06-06"), Map.of()));
    Condition disagree = new Condition.LedgersDisagree();
    Episode episode = only(of(disagree), WUHUA);
    assertThat(episode.opened()).isEqualTo("2024-06-03");
    assertThat(episode.latest().value()).isEqualTo("2");
    assertThat(episode.isOpen()).isTrue();
    assertThat(of(disagree)).containsOnlyKeys(subject(WUHUA));
    Map<LocalDate, Map<UnitCode, Integer>> days = new TreeMap<>(ledgers.days());
    days.put(LocalDate.parse("2024-06-07"), Map.of());
    ledgers = new Ledgers(days);
    assertThat(only(of(disagree), WUHUA).closed()).isEqualTo("2024-06-07");
  }

  @Test
  void aRuleThatFiresForEveryCountyOrDividesByZeroIsObjectedTo() {
    for (UnitCode county : List.of(WUHUA, PANLONG)) {
      sums.lends(county, "2024-01-02", 10_000).overdue(county, "2024-06-03", 600);
    }
    assertThat(backTest(OVERDUE).objection()).isEqualTo(BackTest.Objection.FIRES_EVERYWHERE);
    sums.overdue(WUHUA, "2024-06-06", -550);
    assertThat(backTest(OVERDUE).objection()).as("clear, though still open").isNotNull();
    sums.lends(GUANDU, "2024-01-02", 10_000);
    BackTest test = backTest(OVERDUE);
    assertThat(test.objection()).isNull();
    assertThat(test.counties()).isEqualTo(3);
    assertThat(test.openToday()).isEqualTo(2);
    Condition byZero =
        new Condition.Threshold(
            new Operand(Indicator.CREDIT_OVERDUE, Indicator.CALLS_MADE),
            Side.ABOVE,
            number("1"),
            null,
            0);
    assertThat(backTest(byZero).objection()).isEqualTo(BackTest.Objection.DIVIDES_BY_ZERO);
  }

  @Test
  void twoThousandEightHundredCountiesAreEvaluatedInSeconds() {
    sums.lends(WUHUA, "2024-01-02", 10_000);
    for (int day = 0; day < 160; day++) {
      sums.overdue(WUHUA, LocalDate.of(2024, 1, 2).plusDays(day).toString(), day % 3 == 0 ? 9 : -3);
    }
    Evaluation evaluation = evaluation();
    long begun = System.nanoTime();
    for (int county = 0; county < 2_800; county++) {
      evaluation.ofUnit(rule(OVERDUE), evaluation.history(WUHUA));
    }
    assertThat((System.nanoTime() - begun) / 1_000_000_000).isLessThan(20);
  }

  private void calls(UnitCode county, int asked, int know) {
    sums.add(county, "calls.registered", "", "1900-01-01", 1);
    sums.add(county, "calls.made", "2024-05", "2024-05-14", asked);
    sums.add(county, "calls.asked.yulu", "2024-05", "2024-05-14", asked);
    sums.add(county, "calls.know.yulu", "2024-05", "2024-05-14", know);
  }

  private void feed(String day, FeedState state) {
    Map<String, Map<LocalDate, BankFeeds.Told>> all = new TreeMap<>(feeds.days());
    Map<LocalDate, BankFeeds.Told> days = new TreeMap<>(all.getOrDefault("KMRCB", Map.of()));
    days.put(LocalDate.parse(day), new BankFeeds.Told(1, state));
    all.put("KMRCB", days);
    feeds = new BankFeeds(all);
  }

  private BackTest backTest(Condition condition) {
    return BackTest.of(rule(condition), evaluation());
  }

  private Map<Subject, List<Episode>> of(Condition condition) {
    return evaluation().of(rule(condition));
  }

  private Evaluation evaluation() {
    return new Evaluation(TODAY, DAYS, CITY, sums.all(), feeds, ledgers);
  }

  private static Rule rule(Condition condition) {
    return new Rule("tried", 1, "试用", "tried", Severity.WARNING, 3, true, condition);
  }

  private static Episode only(Map<Subject, List<Episode>> found, UnitCode county) {
    assertThat(found).containsKey(subject(county));
    assertThat(found.get(subject(county))).hasSize(1);
    return found.getOrDefault(subject(county), List.of()).getFirst();
  }

  private static Episode.Step step(String day, Severity severity) {
    return new Episode.Step(LocalDate.parse(day), severity);
  }

  private static Subject subject(UnitCode county) {
    return new Subject(county, "");
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
