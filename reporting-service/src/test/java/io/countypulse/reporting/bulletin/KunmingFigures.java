package io.countypulse.reporting.bulletin;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of Kunming on 10 June 2024, out of the bulletin's tables, rates computed anew. */
final class KunmingFigures {

  private static final Path KUNMING =
      Path.of("..", "demo-city", "src", "main", "resources", "kunming");
  private static final LocalDate DAY = LocalDate.of(2024, 6, 10);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private final Units units = Units.read(KUNMING);
  private final Map<String, FigureRow> rows = new HashMap<>();

  private KunmingFigures() {}

  static FigureSet all() {
    KunmingFigures figures = new KunmingFigures();
    figures.employment();
    figures.transport();
    figures.yulu();
    figures.credit();
    figures.calls();
    return figures.set();
  }

  static Material material() {
    return new Material("昆明市", all(), ranking(), null, null);
  }

  /** A ranking of three, as the ranking's own tests make it in full. */
  private static List<Ranked> ranking() {
    return List.of(
        new Ranked("OVERALL", "530124", "富民县", new BigDecimal("81.25"), 1, 2, false, false),
        new Ranked("OVERALL", "530181", "安宁市", new BigDecimal("20.00"), 2, 1, true, true),
        new Ranked("EMPLOYMENT", "530181", "安宁市", new BigDecimal("89.45"), 13, 13, true, false));
  }

  private FigureSet set() {
    List<FigureRow> all = new ArrayList<>();
    for (Unit unit : units.rows()) {
      for (Indicator indicator : Indicator.values()) {
        String key = unit.code().value() + "|" + indicator.code();
        all.add(
            rows.getOrDefault(key, row(unit, indicator.code(), State.NOT_REPORTED, null, null)));
      }
    }
    return new FigureSet(DAY, units.city().code().value(), all);
  }

  private void employment() {
    for (NamedCsvRecord line : lines("employment.csv")) {
      Unit unit = unit(line);
      BigDecimal working = number(line, "working_persons");
      put(unit, "employment.working", working, null);
      put(unit, "employment.out_of_province", number(line, "out_of_province_persons"), null);
      if (line.getField("target_persons").isEmpty()) {
        put(unit, "employment.target", State.NO_TARGET);
        put(unit, "employment.completion_rate", State.NO_TARGET);
      } else {
        put(unit, "employment.target", number(line, "target_persons"), null);
        rate(unit, "employment.completion_rate", working, number(line, "target_persons"));
      }
    }
  }

  private void transport() {
    for (NamedCsvRecord line : lines("transport_subsidy.csv")) {
      Unit unit = unit(line);
      BigDecimal entitled = number(line, "out_of_province_persons");
      BigDecimal paid = number(line, "paid_persons");
      put(unit, "transport.entitled", entitled, null);
      put(unit, "transport.paid", paid, null);
      put(unit, "transport.paid_amount", yuan(line, "paid_amount_10k_yuan"), null);
      rate(unit, "transport.paid_rate", paid, entitled);
    }
  }

  private void yulu() {
    for (NamedCsvRecord line : lines("yulu_subsidy.csv")) {
      Unit unit = unit(line);
      put(unit, "yulu.students", number(line, "students"), null);
      put(unit, "yulu.paid", number(line, "paid_students"), null);
      put(unit, "yulu.paid_amount", number(line, "paid_amount_yuan").setScale(2), null);
      put(
          unit,
          "yulu.unpaid",
          number(line, "unpaid_at_2024_06_10"),
          number(line, "unpaid_at_2024_05_10"));
    }
  }

  private void credit() {
    for (NamedCsvRecord line : lines("microcredit_issued.csv")) {
      Unit unit = unit(line);
      put(unit, "credit.target", yuan(line, "target_10k_yuan"), null);
      put(unit, "credit.issued", yuan(line, "issued_10k_yuan"), null);
      BigDecimal rate = percent(number(line, "issued_10k_yuan"), number(line, "target_10k_yuan"));
      BigDecimal before = number(line, "published_completion_percent_2024_05_10").setScale(2);
      put(unit, "credit.completion_rate", rate, before);
    }
    for (NamedCsvRecord line : lines("microcredit_overdue.csv")) {
      Unit unit = unit(line);
      put(unit, "credit.overdue", yuan(line, "overdue_10k_yuan"), null);
      put(unit, "credit.overdue_households", number(line, "overdue_households"), null);
      put(unit, "credit.overdue_rate", number(line, "published_overdue_percent").setScale(2), null);
    }
    put(units.city(), "credit.issued_households", BigDecimal.valueOf(3385), null);
  }

  private void calls() {
    for (NamedCsvRecord line : lines("policy_awareness_calls.csv")) {
      Unit unit = unit(line);
      put(unit, "calls.made", number(line, "called_persons"), null);
      put(unit, "calls.valid", number(line, "valid_persons"), null);
      put(unit, "calls.problem_numbers", number(line, "problem_numbers"), null);
    }
    put(units.city(), "calls.awareness_rate.yulu", new BigDecimal("41.26"), null);
  }

  private static List<NamedCsvRecord> lines(String file) {
    try (Stream<NamedCsvRecord> lines =
        CsvReader.builder().ofNamedCsvRecord(KUNMING.resolve(file)).stream()) {
      return lines.toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private Unit unit(NamedCsvRecord line) {
    return units.resolve(line.getField("county")).orElseThrow();
  }

  private static BigDecimal number(NamedCsvRecord line, String field) {
    return new BigDecimal(line.getField(field));
  }

  private static BigDecimal yuan(NamedCsvRecord line, String field) {
    return number(line, field).multiply(TEN_THOUSAND).setScale(2);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP);
  }

  private void rate(Unit unit, String indicator, BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      put(unit, indicator, State.NOT_APPLICABLE);
    } else {
      put(unit, indicator, percent(part, whole), null);
    }
  }

  private void put(Unit unit, String indicator, State state) {
    rows.put(unit.code().value() + "|" + indicator, row(unit, indicator, state, null, null));
  }

  private void put(Unit unit, String indicator, BigDecimal value, @Nullable BigDecimal previous) {
    rows.put(
        unit.code().value() + "|" + indicator, row(unit, indicator, State.VALUE, value, previous));
  }

  private static FigureRow row(
      Unit unit,
      String indicator,
      State state,
      @Nullable BigDecimal value,
      @Nullable BigDecimal previous) {
    BigDecimal change = value == null || previous == null ? null : value.subtract(previous);
    return new FigureRow(
        unit.code().value(), unit.name(), indicator, "2024", state, value, previous, change, null);
  }
}
