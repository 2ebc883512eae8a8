package io.countypulse.subsidy.call;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.call.Calls.Wanted;
import io.countypulse.subsidy.figure.Asked;
import io.countypulse.subsidy.figure.Figure;
import io.countypulse.subsidy.figure.FigureSource;
import io.countypulse.subsidy.figure.RecordPage;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The indicators {@code calls.*} (DOMAIN.md § 7), of the month before the day's. */
@Component
class CallFigures implements FigureSource {

  private static final String MADE = "calls.made";
  private static final String VALID = "calls.valid";
  private static final String PROBLEMS = "calls.problem_numbers";
  private static final String AWARENESS = "calls.awareness_rate.";
  private static final TypeReference<Map<Policy, Answer>> ANSWERS = new TypeReference<>() {};

  private final Calls calls;
  private final Units units;
  private final JsonMapper json;

  CallFigures(Calls calls, Units units, JsonMapper json) {
    this.calls = calls;
    this.units = units;
    this.json = json;
  }

  @Override
  public List<Figure> figures(Asked asked) {
    YearMonth month = Calls.monthOf(asked.day());
    Map<UnitCode, Tally> tallies = calls.tallies(asked, month);
    return asked.units().stream()
        .flatMap(unit -> row(unit.code(), month.toString(), tally(unit, tallies)))
        .toList();
  }

  /** The city's row is the sum of all others, 待认定 included. */
  Tally tally(Unit unit, Map<UnitCode, Tally> tallies) {
    return unit.equals(units.city())
        ? tallies.values().stream().reduce(Tally.NOTHING, Tally::plus)
        : tallies.getOrDefault(unit.code(), Tally.NOTHING);
  }

  private static Stream<Figure> row(UnitCode county, String month, Tally tally) {
    boolean reported = tally.reported();
    Stream<Figure> counts =
        Stream.of(
            Figure.count(county, MADE, month, reported, tally.made()),
            Figure.count(county, VALID, month, reported, tally.valid()),
            Figure.count(county, PROBLEMS, month, reported, tally.problems()));
    Stream<Figure> rates =
        Arrays.stream(Policy.values())
            .map(
                policy ->
                    Figure.rate(
                        county,
                        AWARENESS + policy.code(),
                        month,
                        reported,
                        tally.count(policy, Answer.KNOWS),
                        tally.asked(policy)));
    return Stream.concat(counts, rates);
  }

  @Override
  public Optional<RecordPage> records(
      String indicator, Asked asked, @Nullable String after, int limit) {
    return wanted(indicator).map(wanted -> page(asked, wanted, offset(after), limit));
  }

  private RecordPage page(Asked asked, Wanted wanted, int offset, int limit) {
    List<Calls.Line> lines =
        calls.list(asked, Calls.monthOf(asked.day()), wanted, limit + 1, offset);
    long count = lines.isEmpty() ? offset : lines.getFirst().found();
    boolean more = lines.size() > limit;
    return new RecordPage(
        asked.day(),
        lines.stream().limit(limit).map(this::item).toList(),
        more ? Integer.toString(offset + limit) : null,
        count);
  }

  private CallItem item(Calls.Line line) {
    UnitCode county = new UnitCode(line.county());
    return new CallItem(
        line.personId(),
        line.day(),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        Outcome.valueOf(line.outcome()),
        json.readValue(line.awareness(), ANSWERS));
  }

  private static Optional<Wanted> wanted(String indicator) {
    return switch (indicator) {
      case MADE -> Optional.of(new Wanted(null, null));
      case VALID -> Optional.of(new Wanted(new String[] {"VALID"}, null));
      case PROBLEMS -> Optional.of(new Wanted(new String[] {"WRONG_NUMBER", "EMPTY_NUMBER"}, null));
      case String other ->
          Arrays.stream(Policy.values())
              .filter(policy -> other.equals(AWARENESS + policy.code()))
              .map(policy -> new Wanted(null, policy.name()))
              .findFirst();
    };
  }

  /** Calls of a month that is over hardly change, so that a number of lines serves as a cursor. */
  private static int offset(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("\\d{1,9}")) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "CURSOR_INVALID",
              "分页位置无效",
              "请从第一页重新查询",
              "This is no cursor of a list: begin with the first page")
          .at("after")
          .toException();
    }
    return Integer.parseInt(after);
  }
}
