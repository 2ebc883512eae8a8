package io.countypulse.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** DOMAIN.md § 7: states, rates, ranks, changes and shares. */
class FigureTableTest {

  private static final Units UNITS = Units.read(Path.of("src", "test", "resources", "city"));
  private static final String CITY = "530100";
  private static final String WUHUA = "530102";
  private static final String PANLONG = "530103";
  private static final String GUANDU = "530111";
  private static final String YANGZONGHAI = "Z530102";

  private final List<SeriesCells> series = new ArrayList<>();
  private @Nullable String period;

  @Test
  void completionIsRoundedHalfUpToTwoDecimals() {
    county(PANLONG, 1593).target(PANLONG, 1500);
    county(WUHUA, 1).target(WUHUA, 800);
    assertThat(value(PANLONG, Indicator.EMPLOYMENT_COMPLETION_RATE)).isEqualTo("106.20");
    assertThat(value(WUHUA, Indicator.EMPLOYMENT_COMPLETION_RATE)).isEqualTo("0.13");
  }

  @Test
  void theCitysRateComesFromItsSumsAndCountsAlsoThoseWithoutTarget() {
    county(WUHUA, 90).target(WUHUA, 100).county(YANGZONGHAI, 30).county("UNKNOWN", 3);
    assertThat(value(CITY, Indicator.EMPLOYMENT_WORKING)).isEqualTo("123");
    assertThat(value(CITY, Indicator.EMPLOYMENT_COMPLETION_RATE)).isEqualTo("123.00");
  }

  @Test
  void aUnitThatIsNotOnTheListStandsUnderUnknownAndInTheTotal() {
    county("539999", 7);
    assertThat(value("UNKNOWN", Indicator.EMPLOYMENT_WORKING)).isEqualTo("7");
    assertThat(value(CITY, Indicator.EMPLOYMENT_WORKING)).isEqualTo("7");
  }

  @Test
  void aUnitWithPeopleButNoTargetHasNoTargetAndNoRate() {
    county(YANGZONGHAI, 62);
    assertThat(state(YANGZONGHAI, Indicator.EMPLOYMENT_TARGET)).isEqualTo(State.NO_TARGET);
    assertThat(state(YANGZONGHAI, Indicator.EMPLOYMENT_COMPLETION_RATE)).isEqualTo(State.NO_TARGET);
    assertThat(value(YANGZONGHAI, Indicator.EMPLOYMENT_WORKING)).isEqualTo("62");
  }

  @Test
  void aTargetOfZeroIsAValueAndItsRateIsNotApplicable() {
    county(WUHUA, 5).target(WUHUA, 0);
    assertThat(value(WUHUA, Indicator.EMPLOYMENT_TARGET)).isEqualTo("0");
    assertThat(state(WUHUA, Indicator.EMPLOYMENT_COMPLETION_RATE)).isEqualTo(State.NOT_APPLICABLE);
  }

  @Test
  void aUnitTheDepartmentKnowsNothingOfHasNotReported() {
    county(WUHUA, 5);
    for (Indicator indicator : Indicator.values()) {
      assertThat(state(GUANDU, indicator)).isEqualTo(State.NOT_REPORTED);
    }
  }

  @Test
  void aUnitWithATargetAndNobodyYetHasZeroPeopleAndZeroPerCent() {
    target(GUANDU, 10);
    assertThat(value(GUANDU, Indicator.EMPLOYMENT_WORKING)).isEqualTo("0");
    assertThat(value(GUANDU, Indicator.EMPLOYMENT_COMPLETION_RATE)).isEqualTo("0.00");
  }

  @Test
  void tiesShareARankAndOnlyCountiesWithAValueAreRanked() {
    county(WUHUA, 10).county(PANLONG, 7).county(GUANDU, 7).county(YANGZONGHAI, 3);
    county("UNKNOWN", 99);
    assertThat(ranks(Indicator.EMPLOYMENT_WORKING)).containsExactly(null, 1, 2, 2, 4, null);
    assertThat(ranks(Indicator.EMPLOYMENT_COMPLETION_RATE)).containsOnlyNulls();
  }

  @Test
  void theChangeIsAgainstTheSameDayAMonthEarlierAndMonthEndsClip() {
    registered(WUHUA);
    add(WUHUA, "employment.working", "", "2024-02-29", 10);
    add(WUHUA, "employment.working", "", "2024-03-01", 5);
    assertThat(change(WUHUA, Indicator.EMPLOYMENT_WORKING, "2024-03-31")).isEqualTo("5");
    assertThat(change(WUHUA, Indicator.EMPLOYMENT_WORKING, "2024-03-28")).isEqualTo("15");
  }

  @Test
  void theChangeOfARateIsTheDifferenceOfTheRoundedRates() {
    registered(WUHUA).target(WUHUA, 300);
    add(WUHUA, "employment.working", "", "2024-01-01", 100);
    add(WUHUA, "employment.working", "", "2024-06-01", 100);
    assertThat(change(WUHUA, Indicator.EMPLOYMENT_COMPLETION_RATE, "2024-06-10"))
        .isEqualTo("33.34");
  }

  @Test
  void acrossTheStartOfAYearItsFlowsBeganAtZeroAndARateHasNoChange() {
    county(WUHUA, 5).target(WUHUA, 10);
    add(WUHUA, "employment.worked_this_year", "2023", "2023-05-01", 9);
    add(WUHUA, "employment.worked_this_year", "2024", "2024-01-01", 4);
    assertThat(change(WUHUA, Indicator.EMPLOYMENT_WORKED_THIS_YEAR, "2024-01-05")).isEqualTo("4");
    assertThat(change(WUHUA, Indicator.EMPLOYMENT_COMPLETION_RATE, "2024-01-05")).isNull();
  }

  @Test
  void aFlowsCompletionBeganAtZeroWithItsYear() {
    lends(WUHUA).add(WUHUA, "credit.target_holds", "2024", "2024-01-01", 1);
    add(WUHUA, "credit.target", "2024", "2024-01-01", 100_000_00);
    add(WUHUA, "credit.issued", "2024", "2024-01-03", 12_000_50);
    assertThat(change(WUHUA, Indicator.CREDIT_COMPLETION_RATE, "2024-01-05")).isEqualTo("12.00");
    assertThat(change(WUHUA, Indicator.CREDIT_ISSUED, "2024-01-05")).isEqualTo("12000.50");
    assertThat(change(WUHUA, Indicator.CREDIT_ISSUED, "2024-02-05")).isEqualTo("0.00");
  }

  @Test
  void moneyIsInYuanWithTwoDecimals() {
    lends(WUHUA).add(WUHUA, "credit.outstanding", "", "2024-05-06", 4_800_050);
    assertThat(value(WUHUA, Indicator.CREDIT_OUTSTANDING)).isEqualTo("48000.50");
    assertThat(value(WUHUA, Indicator.CREDIT_OVERDUE)).isEqualTo("0.00");
    assertThat(value(WUHUA, Indicator.CREDIT_OVERDUE_RATE)).isEqualTo("0.00");
    assertThat(value(WUHUA, Indicator.CREDIT_OVERDUE_HOUSEHOLDS)).isEqualTo("0");
  }

  @Test
  void theLessIsOverdueTheBetterTheRank() {
    for (String county : List.of(WUHUA, PANLONG, GUANDU)) {
      lends(county).add(county, "credit.outstanding", "", "2024-05-06", 1_000_00);
    }
    add(WUHUA, "credit.overdue", "", "2024-05-06", 50_00);
    add(PANLONG, "credit.overdue", "", "2024-05-06", 12_20);
    assertThat(value(CITY, Indicator.CREDIT_OVERDUE_RATE)).isEqualTo("2.07");
    assertThat(ranks(Indicator.CREDIT_OVERDUE_RATE)).containsExactly(null, 3, 2, 1, null, null);
    assertThat(ranks(Indicator.CREDIT_OUTSTANDING)).containsExactly(null, 1, 1, 1, null, null);
  }

  @Test
  void beforeABanksFirstPositionLoansAreKnownButNoStocks() {
    add(WUHUA, "credit.loans", "", "1900-01-01", 1);
    add(WUHUA, "credit.positions", "", "2024-06-06", 1);
    add(WUHUA, "credit.outstanding", "", "2024-06-06", 1_000_00);
    assertThat(figure(WUHUA, Indicator.CREDIT_OUTSTANDING, "2024-06-05").state())
        .isEqualTo(State.NOT_REPORTED);
    assertThat(figure(WUHUA, Indicator.CREDIT_ISSUED, "2024-06-05").state()).isEqualTo(State.VALUE);
    assertThat(state(WUHUA, Indicator.CREDIT_COMPLETION_RATE)).isEqualTo(State.NO_TARGET);
    assertThat(value(WUHUA, Indicator.CREDIT_OUTSTANDING)).isEqualTo("1000.00");
    assertThat(change(WUHUA, Indicator.CREDIT_OUTSTANDING, "2024-06-10")).isNull();
  }

  @Test
  void daysInWorkAreComparedWithLastYearsToTheSameDate() {
    registered(WUHUA);
    add(WUHUA, "employment.working", "", "2022-12-01", 2);
    add(WUHUA, "employment.working", "", "2024-01-11", 1);
    assertThat(value(WUHUA, Indicator.EMPLOYMENT_MONTHS_VS_LAST_YEAR))
        .isEqualTo(percent(2 * 162 + 152, 2 * 161));
    assertThat(days("2024-01-10")).isEqualTo("100.00");
    assertThat(days("2024-01-11")).isEqualTo("104.55");
    assertThat(days("2024-02-29")).isEqualTo(percent(2 * 60 + 50, 2 * 59));
    assertThat(days("2025-02-28")).isEqualTo(percent(3 * 59, 2 * 59 + 49));
  }

  @Test
  void theMonthsOfWorkChangeByTheRateOfAMonthEarlier() {
    registered(WUHUA);
    add(WUHUA, "employment.working", "", "2022-12-01", 2);
    add(WUHUA, "employment.working", "", "2024-01-11", 1);
    BigDecimal now = new BigDecimal(days("2024-03-31"));
    BigDecimal before = new BigDecimal(days("2024-02-29"));
    assertThat(change(WUHUA, Indicator.EMPLOYMENT_MONTHS_VS_LAST_YEAR, "2024-03-31"))
        .isEqualTo(now.subtract(before).toPlainString());
    assertThat(change(WUHUA, Indicator.EMPLOYMENT_MONTHS_VS_LAST_YEAR, "2024-01-20")).isNull();
  }

  @Test
  void whereNobodyWorkedLastYearItsDaysAreNoMeasure() {
    county(WUHUA, 0);
    add(WUHUA, "employment.working", "", "2024-01-11", 1);
    assertThat(state(WUHUA, Indicator.EMPLOYMENT_MONTHS_VS_LAST_YEAR))
        .isEqualTo(State.NOT_APPLICABLE);
  }

  @Test
  void anEarlierYearCanBeAskedForAndStocksStayThoseOfTheDay() {
    county(WUHUA, 10);
    add(WUHUA, "employment.worked_this_year", "2023", "2023-05-01", 9);
    add(WUHUA, "employment.worked_this_year", "2024", "2024-01-01", 4);
    period = "2023";
    Figure figure = figure(WUHUA, Indicator.EMPLOYMENT_WORKED_THIS_YEAR, "2024-06-10");
    assertThat(figure.period()).isEqualTo("2023");
    assertThat(figure.value()).isEqualByComparingTo("9");
    assertThat(value(WUHUA, Indicator.EMPLOYMENT_WORKING)).isEqualTo("10");
    period = "2023-05";
    assertThat(value(WUHUA, Indicator.EMPLOYMENT_WORKED_THIS_YEAR)).isEqualTo("4");
  }

  @Test
  void yuluShowsTheSchoolYearAndWhoWaits() {
    add(WUHUA, "yulu.cases", "", "1900-01-01", 145);
    add(WUHUA, "yulu.students", "2023", "2023-09-01", 145);
    add(WUHUA, "yulu.students", "2024", "2024-09-01", 150);
    add(WUHUA, "yulu.paid", "2023", "2024-03-01", 100)
        .add(WUHUA, "yulu.paid", "2023", "2024-06-01", 20);
    Figure unpaid = figure(WUHUA, Indicator.YULU_UNPAID, "2024-06-10");
    assertThat(unpaid.period()).isEqualTo("2023");
    assertThat(unpaid.value()).isEqualByComparingTo("25");
    assertThat(unpaid.previous()).isEqualByComparingTo("45");
    assertThat(figure(WUHUA, Indicator.YULU_UNPAID, "2024-09-05").value())
        .isEqualByComparingTo("150");
    assertThat(value(WUHUA, Indicator.YULU_PLUS_TRAINED)).isEqualTo("0");
    assertThat(state(GUANDU, Indicator.YULU_STUDENTS)).isEqualTo(State.NOT_REPORTED);
  }

  @Test
  void whereNobodyIsEntitledToATripThePaidRateIsNotApplicable() {
    county(WUHUA, 30);
    assertThat(value(WUHUA, Indicator.TRANSPORT_ENTITLED)).isEqualTo("0");
    assertThat(value(WUHUA, Indicator.TRANSPORT_PAID_AMOUNT)).isEqualTo("0.00");
    assertThat(state(WUHUA, Indicator.TRANSPORT_PAID_RATE)).isEqualTo(State.NOT_APPLICABLE);
    assertThat(state(GUANDU, Indicator.TRANSPORT_PAID_RATE)).isEqualTo(State.NOT_REPORTED);
  }

  @Test
  void callsAreThoseOfTheMonthBeforeAndWhoWasNotAskedIsNotUnaware() {
    add(WUHUA, "calls.registered", "", "1900-01-01", 10);
    add(WUHUA, "calls.made", "2024-05", "2024-05-14", 10);
    add(WUHUA, "calls.made", "2024-06", "2024-06-03", 2);
    add(WUHUA, "calls.asked.yulu", "2024-05", "2024-05-14", 6);
    add(WUHUA, "calls.know.yulu", "2024-05", "2024-05-14", 1);
    assertThat(figure(WUHUA, Indicator.CALLS_MADE, "2024-06-10").period()).isEqualTo("2024-05");
    assertThat(value(WUHUA, Indicator.CALLS_MADE)).isEqualTo("10");
    assertThat(value(WUHUA, Indicator.CALLS_AWARENESS_YULU)).isEqualTo("16.67");
    assertThat(state(WUHUA, Indicator.CALLS_AWARENESS_MICROCREDIT)).isEqualTo(State.NOT_APPLICABLE);
    period = "2024-06";
    assertThat(value(WUHUA, Indicator.CALLS_MADE)).isEqualTo("2");
  }

  @Test
  void indicatorsAreNamedByTheirCodesOrByHowTheyBegin() {
    assertThat(Indicator.named("credit.issued")).containsExactly(Indicator.CREDIT_ISSUED);
    assertThat(Indicator.named("yulu"))
        .hasSize(4)
        .doesNotContain(Indicator.YULU_PLUS_TRAINED, Indicator.CALLS_AWARENESS_YULU);
    assertThat(Indicator.named("calls.awareness_rate")).hasSize(4);
    assertThat(Indicator.named("employment.work")).isEmpty();
  }

  @Test
  void theShareIsOfTheCity() {
    county(WUHUA, 1).county(PANLONG, 2);
    assertThat(figure(WUHUA, Indicator.EMPLOYMENT_WORKING, "2024-06-10").share())
        .isEqualTo(new BigDecimal("33.33"));
  }

  @Test
  void rowsStandInTheOrderOfTheListAndUnknownLast() {
    assertThat(table("2024-06-10").stream().map(each -> each.unit().code().value()).distinct())
        .containsExactly(CITY, WUHUA, PANLONG, GUANDU, YANGZONGHAI, "UNKNOWN");
  }

  private String days(String asOf) {
    return String.valueOf(figure(WUHUA, Indicator.EMPLOYMENT_MONTHS_VS_LAST_YEAR, asOf).value());
  }

  private static String percent(long part, long whole) {
    return new BigDecimal(part)
        .movePointRight(2)
        .divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private FigureTableTest lends(String code) {
    add(code, "credit.loans", "", "1900-01-01", 1);
    return add(code, "credit.positions", "", "2024-01-02", 1);
  }

  private FigureTableTest county(String code, long working) {
    registered(code);
    return add(code, "employment.working", "", "2023-01-01", working);
  }

  private FigureTableTest registered(String code) {
    return add(code, "employment.registered", "", "1900-01-01", 100);
  }

  private FigureTableTest target(String code, long value) {
    add(code, "employment.target_holds", "2024", "2024-01-01", 1);
    return add(code, "employment.target", "2024", "2024-01-01", value);
  }

  private FigureTableTest add(String code, String measure, String period, String day, long amount) {
    int epochDay = (int) LocalDate.parse(day).toEpochDay();
    series.add(
        new SeriesCells(
            new SeriesName(code, measure, period), new int[] {epochDay}, new long[] {amount}));
    return this;
  }

  private List<Figure> table(String asOf) {
    Emission emission = new Emission("1", "topic", 0, false, null, null, series);
    LocalDate day = LocalDate.parse(asOf);
    Board board = Board.EMPTY.with(List.of(emission));
    return new Figures(UNITS)
        .of(
            board,
            new FigureQuery(day, period, CountyScope.city(), EnumSet.allOf(Indicator.class)));
  }

  private Figure figure(String code, Indicator indicator, String asOf) {
    return table(asOf).stream()
        .filter(each -> each.unit().code().equals(new UnitCode(code)))
        .filter(each -> each.indicator() == indicator)
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> ranks(Indicator indicator) {
    List<Integer> ranks = new ArrayList<>();
    table("2024-06-10").stream()
        .filter(each -> each.indicator() == indicator)
        .forEach(each -> ranks.add(each.rank()));
    return ranks;
  }

  private State state(String code, Indicator indicator) {
    return figure(code, indicator, "2024-06-10").state();
  }

  private String value(String code, Indicator indicator) {
    return String.valueOf(figure(code, indicator, "2024-06-10").value());
  }

  private @Nullable String change(String code, Indicator indicator, String asOf) {
    BigDecimal change = figure(code, indicator, asOf).changeOnMonth();
    return change == null ? null : change.toPlainString();
  }
}
