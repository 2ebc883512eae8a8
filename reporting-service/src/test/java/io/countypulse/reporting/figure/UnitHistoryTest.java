package io.countypulse.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.access.CountyScope;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A unit along the days says what the table says on each of them. */
class UnitHistoryTest {

  @Test
  void everyFigureOfEveryDayIsTheTables() {
    long seed = 20240610;
    Random random = new Random(seed);
    Histories sums = new Histories();
    for (int i = 0; i < 60; i++) {
      var county = random.nextBoolean() ? Histories.WUHUA : Histories.PANLONG;
      String day = LocalDate.of(2022, 12, 1).plusDays(random.nextInt(560)).toString();
      sums.lends(county, day, random.nextInt(90_000)).overdue(county, day, random.nextInt(900));
      sums.add(county, "employment.registered", "", "1900-01-01", 1);
      sums.add(county, "employment.working", "", day, random.nextInt(30));
      sums.add(county, "credit.issued", "2024", "2024-0" + (1 + random.nextInt(6)) + "-09", 7);
      sums.add(county, "calls.registered", "", "1900-01-01", 1);
      sums.add(county, "calls.asked.yulu", "2024-05", "2024-05-1" + random.nextInt(9), 2);
      sums.add(county, "calls.know.yulu", "2024-05", "2024-05-2" + random.nextInt(9), 1);
    }
    sums.target(Histories.WUHUA, 5_000, "2024-12-31");
    var histories = sums.all();
    Figures figures = new Figures(Histories.UNITS);
    for (LocalDate day = LocalDate.of(2023, 12, 25);
        day.isBefore(LocalDate.of(2024, 6, 20));
        day = day.plusDays(9)) {
      var query = new FigureQuery(day, null, CountyScope.city(), EnumSet.allOf(Indicator.class));
      for (Figure figure : figures.of(sums.board(), query)) {
        UnitHistory history = histories.get(figure.unit().code());
        if (history != null) {
          Reading reading = history.on(day, figure.indicator());
          assertThat(reading)
              .as("%s", figure)
              .isEqualTo(new Reading(figure.state(), figure.value()));
          if (figure.value() != null) {
            assertThat(history.monthBefore(day, figure.indicator()))
                .as("%s", figure)
                .isEqualTo(figure.previous());
          }
        }
      }
    }
  }

  @Test
  void theDeadlineIsTheTargetsAndTheCitysTheMean() {
    Histories sums =
        new Histories()
            .target(Histories.WUHUA, 100, "2024-07-31")
            .target(Histories.PANLONG, 100, "2024-08-02");
    LocalDate today = LocalDate.of(2024, 6, 10);
    assertThat(deadline(sums, Histories.WUHUA.value(), today)).isEqualTo("2024-07-31");
    assertThat(deadline(sums, Histories.CITY.value(), today)).isEqualTo("2024-08-01");
    assertThat(deadline(sums, Histories.GUANDU.value(), today)).isEqualTo("2024-12-31");
  }

  private static String deadline(Histories sums, String county, LocalDate day) {
    return sums.all().values().stream()
        .filter(each -> each.unit().code().value().equals(county))
        .map(each -> Objects.requireNonNull(each).deadline(day, Indicator.CREDIT_COMPLETION_RATE))
        .findFirst()
        .orElseThrow()
        .toString();
  }
}
