package io.countypulse.city;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
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
    Tables tables = new Tables(folder);
    if (tables.text("city.json").isEmpty()) {
      throw new IllegalArgumentException("no place called " + folder);
    }
    JsonNode city = JsonMapper.shared().readTree(tables.text("city.json").orElseThrow());
    List<Quota> quotas = tables.units("employment.csv", Places::quota);
    int working = quotas.stream().mapToInt(Quota::working).sum();
    return new Place(
        LocalDate.parse(city.get("today").asString()),
        tables.units(),
        quotas,
        (int) Math.round(working * PEOPLE_PER_WORKING),
        new LendingTables(tables).lending(),
        new SubsidyTables(tables).subsidies(),
        tables.text("map.geojson").orElse(""));
  }

  private static Quota quota(Unit unit, NamedCsvRecord row) {
    return new Quota(
        unit,
        target(row.getField("target_persons")),
        Integer.parseInt(row.getField("working_persons")),
        Integer.parseInt(row.getField("out_of_province_persons")));
  }

  private static @Nullable Integer target(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}
