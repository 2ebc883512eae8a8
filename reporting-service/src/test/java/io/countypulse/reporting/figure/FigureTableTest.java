package io.countypulse.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
    return FigureTable.of(board, UNITS, day, Periods.containing(day));
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
