package io.countypulse.reporting.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.UnitKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who takes which place, and who is called in. */
class PlacesTest {

  @Test
  void tiesShareAPlaceAndLeaveOutTheNext() {
    Places places =
        Places.of(
            List.of(score("甲", "90.00"), score("乙", "80.00"), score("丙", "80.0"), score("丁", "70")),
            true);
    assertThat(places.standings(places))
        .extracting(Standing::name, Standing::rank)
        .containsExactly(tuple("甲", 1), tuple("乙", 2), tuple("丙", 2), tuple("丁", 4));
  }

  @Test
  void theLastThreeOfThoseThatFallShortAreCalledInWithWhoeverTies() {
    Places places =
        Places.of(
            List.of(
                score("甲", "100"),
                score("乙", "60"),
                score("丙", "50"),
                score("丁", "50"),
                score("戊", "40"),
                score("己", "30")),
            true);
    assertThat(called(places)).containsExactly("丙", "丁", "戊", "己");
  }

  @Test
  void whoHasReachedTheGoalOrIsTooSmallIsNeverCalledIn() {
    Places places =
        Places.of(
            List.of(
                new Score(unit("甲"), new BigDecimal("100"), false, true),
                new Score(unit("乙"), new BigDecimal("99"), false, false),
                new Score(unit("丙"), new BigDecimal("10"), true, false)),
            true);
    assertThat(called(places)).containsExactly("乙");
  }

  @Test
  void twiceRunningIsMarked() {
    Places before =
        Places.of(
            List.of(score("甲", "50"), score("乙", "60"), score("丙", "70"), score("丁", "80")), true);
    Places now =
        Places.of(
            List.of(score("甲", "55"), score("乙", "90"), score("丙", "75"), score("丁", "80")), true);
    assertThat(now.standings(before))
        .filteredOn(Standing::twice)
        .extracting(Standing::name)
        .containsExactly("丙", "甲");
    assertThat(now.standings(before).getLast().rankBefore()).isEqualTo(4);
  }

  @Test
  void ofOverdueRatesTheLowestIsTheFirst() {
    Places places = Places.of(List.of(score("甲", "4.63"), score("乙", "0.91")), false);
    assertThat(places.standings(places).getFirst().name()).isEqualTo("乙");
  }

  private static List<String> called(Places places) {
    return places.standings(places).stream()
        .filter(Standing::interview)
        .map(Standing::name)
        .toList();
  }

  private static Score score(String name, String value) {
    BigDecimal rate = new BigDecimal(value);
    return new Score(unit(name), rate, false, rate.compareTo(BigDecimal.valueOf(100)) >= 0);
  }

  private static Unit unit(String name) {
    UnitCode code = new UnitCode(Integer.toString(name.codePointAt(0)));
    return new Unit(code, name, name, UnitKind.COUNTY, new UnitCode("530100"), List.of());
  }
}
