package io.countypulse.employment.breakdown;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.countypulse.employment.breakdown.Breakdown.County;
import io.countypulse.employment.breakdown.Breakdown.Part;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the people in work apart, as of any day. */
@Repository
class Breakdowns {

  private static final String PARTS =
      """
      select counted.county, counted.value, coalesce(max(place.name), max(counted.employer)) as name,
        sum(counted.people)::int8 as people
      from (
        select {county} as county, {value} as value, {called} as employer, count(*) as people
        from ({working}) as w
        cross join lateral (select spell_on(w.spells, :day::date) as place) as decides
        cross join lateral (
          select w.spells -> decides.place as spell, w.workplaces -> decides.place as workplace) as decided
        group by 1, 2, 3
      ) as counted
      left join workplace place on place.id = counted.value
      group by 1, 2
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Units units;

  Breakdowns(ScopedTransactions transactions, JdbcClient jdbc, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.units = units;
  }

  /** One value in one county. */
  private record Line(String county, @Nullable String value, @Nullable String name, long people) {}

  /**
   * The parts of every county asked for.
   *
   * @param asked the counties asked for, within what the caller may see
   */
  Breakdown of(CountyScope scope, CountyScope asked, LocalDate day, Dimension by) {
    Map<String, List<Line>> lines =
        transactions.read(scope, () -> lines(asked, day, by)).stream()
            .collect(groupingBy(Line::county));
    List<County> counties =
        units.rows().stream()
            .filter(unit -> asked instanceof CountyScope.City || asked.includes(unit.code()))
            .map(unit -> county(unit, by, linesOf(unit, lines)))
            .toList();
    return new Breakdown(day, by.name().toLowerCase(Locale.ROOT), counties);
  }

  private List<Line> lines(CountyScope asked, LocalDate day, Dimension by) {
    WorkerQuery working = WorkerQuery.of(day, asked, Counted.WORKING);
    return jdbc.sql(
            PARTS
                .replace("{county}", working.county())
                .replace("{value}", by.value())
                .replace("{called}", by.called())
                .replace("{working}", working.sql()))
        .params(working.values())
        .query(Line.class)
        .list();
  }

  private List<Line> linesOf(Unit unit, Map<String, List<Line>> lines) {
    return unit.equals(units.city())
        ? lines.values().stream().flatMap(List::stream).toList()
        : lines.getOrDefault(unit.code().value(), List.of());
  }

  private static County county(Unit unit, Dimension by, List<Line> lines) {
    Map<Optional<String>, Part> parts = new LinkedHashMap<>();
    lines.forEach(
        line ->
            parts.merge(
                Optional.ofNullable(line.value()),
                part(by, line),
                (one, other) -> new Part(one.value(), one.name(), one.people() + other.people())));
    return new County(
        unit.code(),
        unit.name(),
        lines.stream().mapToLong(Line::people).sum(),
        parts.values().stream().sorted(comparing(Part::people).reversed()).toList());
  }

  private static Part part(Dimension by, Line line) {
    String told = line.value();
    if (told == null) {
      return new Part(null, by.none(), line.people());
    }
    String name = line.name();
    return new Part(told, name == null ? by.word(told) : name, line.people());
  }
}
