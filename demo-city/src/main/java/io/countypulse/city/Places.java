package io.countypulse.city;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.city.files.Table;
import io.countypulse.city.lending.Ledger;
import io.countypulse.city.lending.Lending;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The places that ship with the program, each a folder of tables. */
public final class Places {

  /**
   * Kunming's register of 2020 had 219,500 workers; the bulletin of 2024 has 158,167 of them in
   * work.
   */
  private static final double PEOPLE_PER_WORKING = 219_500 / 158_167.0;

  private Places() {}

  /** 昆明市, or a province or nation of counties that do not exist. */
  public static Place of(Size size, long seed) {
    return size == Size.CITY ? kunming() : InventedPlace.of(size, seed);
  }

  /**
   * A place of counties that do not exist, a few large, many small, with so many workers in the
   * register; each county has at least one.
   */
  public static Place invented(String name, int counties, int people, long seed) {
    return InventedPlace.of(name, counties, people, seed);
  }

  /** 昆明市, as the bulletin of 14 June 2024 has it. */
  public static Place kunming() {
    return named("kunming");
  }

  /** 临禾市, a small made-up prefecture without a map. */
  public static Place linhe() {
    return named("linhe");
  }

  /**
   * The place of a resource folder.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Place named(String folder) {
    if (find(folder, "city.json") == null) {
      throw new IllegalArgumentException("no place called " + folder);
    }
    JsonNode city = JsonMapper.shared().readTree(text(folder, "city.json").orElseThrow());
    List<Unit> units = rows(folder, "units.csv").map(Places::unit).toList();
    List<Quota> quotas =
        rows(folder, "employment.csv").flatMap(row -> quota(row, units).stream()).toList();
    int working = quotas.stream().mapToInt(Quota::working).sum();
    return new Place(
        LocalDate.parse(city.get("today").asString()),
        units,
        quotas,
        (int) Math.round(working * PEOPLE_PER_WORKING),
        lending(folder, units),
        text(folder, "map.geojson").orElse(""));
  }

  private static List<Lending> lending(String folder, List<Unit> units) {
    Optional<LocalDate> deadline =
        rows(folder, "narrative.csv")
            .filter(row -> row.getField("figure").equals("credit deadline"))
            .map(row -> LocalDate.parse(row.getField("value")))
            .findFirst();
    return deadline.stream()
        .flatMap(
            day ->
                rows(folder, "microcredit_issued.csv")
                    .flatMap(
                        issued ->
                            reporting(issued, units).stream()
                                .map(unit -> lending(folder, unit, issued, day))))
        .toList();
  }

  private static Lending lending(
      String folder, Unit unit, NamedCsvRecord issued, LocalDate deadline) {
    NamedCsvRecord overdue = row(folder, "microcredit_overdue.csv", unit);
    NamedCsvRecord chosen = row(folder, "lending.csv", unit);
    return new Lending(
        unit,
        issued.getField("target_10k_yuan"),
        deadline,
        new Ledger(
            fen(chosen, "issued_10k_yuan_month_ago"),
            count(chosen, "issued_households_month_ago"),
            fen(chosen, "outstanding_10k_yuan_month_ago"),
            fen(chosen, "overdue_10k_yuan_month_ago"),
            count(chosen, "overdue_households_month_ago")),
        new Ledger(
            fen(issued, "issued_10k_yuan"),
            count(chosen, "issued_households"),
            fen(chosen, "outstanding_10k_yuan"),
            fen(overdue, "overdue_10k_yuan"),
            count(overdue, "overdue_households")));
  }

  private static NamedCsvRecord row(String folder, String file, Unit unit) {
    return rows(folder, file)
        .filter(row -> unit.isCalled(row.getField("county")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file + " lacks " + unit.name()));
  }

  private static long fen(NamedCsvRecord row, String field) {
    return new BigDecimal(row.getField(field)).movePointRight(6).longValueExact();
  }

  private static int count(NamedCsvRecord row, String field) {
    return Integer.parseInt(row.getField(field));
  }

  private static Unit unit(NamedCsvRecord row) {
    return new Unit(
        row.getField("code"),
        row.getField("name"),
        row.getField("full_name"),
        row.getField("kind"),
        row.getField("parent"),
        Arrays.stream(row.getField("aliases").split(";", -1)).filter(a -> !a.isEmpty()).toList());
  }

  private static Optional<Quota> quota(NamedCsvRecord row, List<Unit> units) {
    return reporting(row, units)
        .map(
            unit ->
                new Quota(
                    unit,
                    target(row.getField("target_persons")),
                    Integer.parseInt(row.getField("working_persons")),
                    Integer.parseInt(row.getField("out_of_province_persons"))));
  }

  private static @Nullable Integer target(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  /** The unit a row speaks of; empty for the row of the totals. */
  private static Optional<Unit> reporting(NamedCsvRecord row, List<Unit> units) {
    String text = row.getField("county");
    Unit named =
        units.stream()
            .filter(unit -> unit.isCalled(text))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no unit called " + text));
    return Optional.of(named).filter(unit -> !unit.equals(units.getFirst()));
  }

  private static Stream<NamedCsvRecord> rows(String folder, String file) {
    InputStream in = find(folder, file);
    return in == null ? Stream.empty() : Table.read(in).stream();
  }

  private static Optional<String> text(String folder, String file) {
    try (InputStream in = find(folder, file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static @Nullable InputStream find(String folder, String file) {
    return Places.class.getResourceAsStream("/" + folder + "/" + file);
  }
}
