package io.countypulse.city;

import io.countypulse.city.files.Format;
import io.countypulse.city.files.Rows;
import io.countypulse.city.lending.Lending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a city's folder holds besides its people: units, name and date, map, banks, targets.
 */
public final class CityFolder {

  /** Columns of a targets file (DOMAIN.md § 10). */
  static final List<String> TARGETS = List.of("县（市）区", "年度", "项目", "目标值", "完成时限");

  /** What was asked of the years before, as a share of this year's target: a slow rise. */
  private static final Map<Integer, Double> EARLIER = Map.of(2, 0.975, 1, 0.99);

  private final Path directory;
  private final Place place;

  public CityFolder(Path directory, Place place) {
    this.directory = directory;
    this.place = place;
  }

  /**
   * Writes {@code units.csv}, {@code banks.csv}, where there is one {@code map.geojson}, and last
   * {@code city.json}: a folder that has it is whole.
   */
  public void write(long seed) throws IOException {
    Files.createDirectories(directory);
    writeUnits();
    writeBanks(seed);
    if (!place.map().isEmpty()) {
      Files.writeString(directory.resolve("map.geojson"), place.map());
    }
    Map<String, String> city = new LinkedHashMap<>();
    city.put("name", place.whole().name());
    city.put("code", place.whole().code());
    city.put("today", place.today().toString());
    Files.writeString(nameAndDate(), JsonMapper.shared().writeValueAsString(city) + "\n");
  }

  /** Makes the folder; what stands in it counts as unfinished until {@link #write}. */
  void begin() throws IOException {
    Files.createDirectories(directory);
    Files.deleteIfExists(nameAndDate());
  }

  private Path nameAndDate() {
    return directory.resolve("city.json");
  }

  /** Writes the targets of this year and the two before. */
  public Path writeTargets(Format format) throws IOException {
    Path file = directory.resolve("targets." + format.extension());
    try (Rows rows = format.open(file, TARGETS)) {
      for (int yearsAgo = 2; yearsAgo >= 0; yearsAgo--) {
        writeEmployment(rows, yearsAgo);
      }
      for (Lending lending : place.lending()) {
        rows.cell(lending.unit().name())
            .number(Integer.toString(place.today().getYear()))
            .cell("小额信贷发放")
            .number(lending.target())
            .cell(lending.deadline().toString())
            .end();
      }
    }
    return file;
  }

  private void writeEmployment(Rows rows, int yearsAgo) throws IOException {
    int year = place.today().getYear() - yearsAgo;
    for (Quota quota : place.quotas()) {
      Integer target = quota.target();
      if (target != null) {
        rows.cell(quota.unit().name())
            .number(Integer.toString(year))
            .cell("务工人数")
            .number(Integer.toString(earlier(target, yearsAgo)))
            .cell(year + "-12-31")
            .end();
      }
    }
  }

  /** Large targets are set in tens. */
  private static int earlier(int target, int yearsAgo) {
    double then = target * EARLIER.getOrDefault(yearsAgo, 1.0);
    return yearsAgo > 0 && target >= 1_000
        ? (int) Math.round(then / 10) * 10
        : (int) Math.round(then);
  }

  private void writeUnits() throws IOException {
    List<String> header = List.of("code", "name", "full_name", "kind", "parent", "aliases");
    try (Rows rows = Format.CSV.open(directory.resolve("units.csv"), header)) {
      for (Unit unit : place.units()) {
        rows.row(
            List.of(
                unit.code(),
                unit.name(),
                unit.fullName(),
                unit.kind(),
                unit.parent(),
                String.join(";", unit.aliases())));
      }
    }
  }

  private void writeBanks(long seed) throws IOException {
    List<String> header = List.of("code", "name", "public_key");
    try (Rows rows = Format.CSV.open(directory.resolve("banks.csv"), header)) {
      for (Bank bank : Bank.ALL) {
        rows.row(List.of(bank.code(), bank.name(), bank.publicKey(seed)));
      }
    }
  }
}
