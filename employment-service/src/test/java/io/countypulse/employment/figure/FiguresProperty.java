package io.countypulse.employment.figure;

import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Sheets.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whatever people's histories are, the figures are those of counting day by day. */
class FiguresProperty {

  private static final Map<String, String> NAMES = Map.of("530113", "东川区", "530102", "五华区");
  private static final LocalDate LAST_START = LocalDate.parse(Department.TODAY);
  private static final List<LocalDate> DAYS =
      Stream.of("2023-03-15", "2023-12-31", "2024-01-01", "2024-02-29", "2024-06-10", "2025-01-20")
          .map(LocalDate::parse)
          .toList();

  /** From a day until before another, or for good. */
  record Stretch(LocalDate start, @Nullable LocalDate end) {
    boolean covers(LocalDate day) {
      return !start.isAfter(day) && (end == null || end.isAfter(day));
    }
  }

  /** Lives in one county, and from a day on perhaps in the other. */
  record Life(List<Stretch> work, String home, @Nullable LocalDate moves, @Nullable Boolean wish) {
    boolean works(LocalDate day) {
      return work.stream().anyMatch(stretch -> stretch.covers(day));
    }

    String county(LocalDate day) {
      return moves == null || day.isBefore(moves) ? home : other(home);
    }

    Optional<LocalDate> returned(LocalDate asOf) {
      return Boolean.FALSE.equals(wish)
          ? Optional.empty()
          : toDate(asOf).filter(day -> works(day.minusDays(1)) && !works(day)).findFirst();
    }

    Optional<LocalDate> reEmployed(LocalDate asOf) {
      return returned(asOf)
          .flatMap(end -> end.datesUntil(end.plusDays(91)).filter(this::works).findFirst())
          .filter(begun -> !begun.isAfter(asOf));
    }

    long days(LocalDate asOf, String place) {
      return toDate(asOf).filter(this::works).filter(day -> in(place, day)).count();
    }

    boolean in(String place, LocalDate day) {
      return place.equals("530100") || county(day).equals(place);
    }

    private static Stream<LocalDate> toDate(LocalDate asOf) {
      return asOf.withDayOfYear(1).datesUntil(asOf.plusDays(1));
    }
  }

  @Property(tries = 15)
  void figuresAreThoseOfCountingDayByDay(@ForAll("lives") List<Life> lives) {
    Department department = Department.shared().reset();
    department.imports("workers", "asOf=2023-01-01", file(lives), lead());
    for (int n = 0; n < lives.size(); n++) {
      LocalDate moves = lives.get(n).moves();
      if (moves != null) {
        String file = workers(rows(n, lives.get(n), other(lives.get(n).home())));
        department.imports("workers", "asOf=" + moves, file, lead());
      }
    }
    for (LocalDate day : DAYS) {
      JsonNode figures = department.read("/api/employment/figures?asOf=" + day, lead());
      for (String county : List.of("530100", "530113", "530102")) {
        assertThat(told(figures, county))
            .as(county + " " + day)
            .isEqualTo(counted(lives, county, day));
      }
    }
  }

  private static List<String> counted(List<Life> lives, String place, LocalDate day) {
    long days = lives.stream().mapToLong(life -> life.days(day, place)).sum();
    long before = lives.stream().mapToLong(life -> life.days(day.minusYears(1), place)).sum();
    if (lives.stream().noneMatch(life -> life.in(place, day) || life.in(place, LocalDate.MIN))) {
      return List.of("NOT_REPORTED", "NOT_REPORTED", "NOT_REPORTED");
    }
    String months =
        before == 0
            ? "NOT_APPLICABLE"
            : new BigDecimal(100 * days)
                .divide(new BigDecimal(before), 2, RoundingMode.HALF_UP)
                .toPlainString();
    return List.of(
        months,
        number(lives.stream().map(life -> life.returned(day)), place, lives),
        number(lives.stream().map(life -> life.reEmployed(day)), place, lives));
  }

  private static String number(Stream<Optional<LocalDate>> days, String place, List<Life> lives) {
    List<Optional<LocalDate>> all = days.toList();
    long count = 0;
    for (int n = 0; n < all.size(); n++) {
      Life life = lives.get(n);
      count += all.get(n).filter(day -> life.in(place, day)).isPresent() ? 1 : 0;
    }
    return Long.toString(count);
  }

  private static List<String> told(JsonNode figures, String county) {
    return Stream.of("months_vs_last_year", "returned", "re_employed")
        .map(
            indicator ->
                figures
                    .at("/figures")
                    .valueStream()
                    .filter(figure -> figure.at("/county").asString().equals(county))
                    .filter(
                        figure ->
                            figure.at("/indicator").asString().equals("employment." + indicator))
                    .map(
                        figure ->
                            figure.at("/state").asString().equals("VALUE")
                                ? figure.at("/value").asString()
                                : figure.at("/state").asString())
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  private static String file(List<Life> lives) {
    List<Row> rows = new ArrayList<>();
    for (int n = 0; n < lives.size(); n++) {
      rows.addAll(rows(n, lives.get(n), lives.get(n).home()));
    }
    return workers(rows);
  }

  private static List<Row> rows(int n, Life life, String county) {
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < life.work().size(); k++) {
      Stretch stretch = life.work().get(k);
      String end = stretch.end() == null ? "" : stretch.end().toString();
      rows.add(spell(n, "县内", "厂" + k, stretch.start().toString(), end));
    }
    if (rows.isEmpty()) {
      rows.add(worker(n));
    }
    String wish = life.wish() == null ? "" : life.wish() ? "是" : "否";
    return rows.stream()
        .map(row -> row.with("县（市）区", NAMES.getOrDefault(county, county)).with("就业意愿", wish))
        .toList();
  }

  private static String other(String county) {
    return county.equals("530113") ? "530102" : "530113";
  }

  @Provide
  Arbitrary<List<Life>> lives() {
    Arbitrary<LocalDate> start =
        Arbitraries.integers().between(0, 891).map(LocalDate.of(2022, 1, 1)::plusDays);
    Arbitrary<Stretch> stretch =
        Combinators.combine(start, Arbitraries.integers().between(0, 300).injectNull(0.2))
            .as(
                (from, length) ->
                    new Stretch(
                        from.isAfter(LAST_START) ? LAST_START : from,
                        length == null ? null : from.plusDays(length)));
    Arbitrary<LocalDate> move =
        Arbitraries.integers().between(1, 520).map(LocalDate.of(2023, 1, 1)::plusDays);
    return Combinators.combine(
            stretch.list().ofMaxSize(4),
            Arbitraries.of("530113", "530102"),
            move.injectNull(0.6),
            Arbitraries.of(true, false).injectNull(0.6))
        .as(Life::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(15);
  }
}
