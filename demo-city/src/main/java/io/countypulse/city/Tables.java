package io.countypulse.city;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.city.files.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a place that ships with the program. */
final class Tables {

  private final String folder;
  private final List<Unit> units;

  Tables(String folder) {
    this.folder = folder;
    this.units = rows("units.csv").map(Tables::unit).toList();
  }

  /** The units of the place, the whole first. */
  List<Unit> units() {
    return units;
  }

  /** Something of each row that speaks of a unit: not of the row of the totals. */
  <T> List<T> units(String file, BiFunction<Unit, NamedCsvRecord, T> something) {
    return rows(file)
        .flatMap(row -> reporting(row).stream().map(unit -> something.apply(unit, row)))
        .toList();
  }

  /** The row that speaks of a unit. */
  NamedCsvRecord row(String file, Unit unit) {
    return rows(file)
        .filter(row -> unit.isCalled(row.getField("county")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file + " lacks " + unit.name()));
  }

  /** The rows of a table; none where it is not there. */
  Stream<NamedCsvRecord> rows(String file) {
    InputStream in = find(file);
    return in == null ? Stream.empty() : Table.read(in).stream();
  }

  Optional<String> text(String file) {
    try (InputStream in = find(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Optional<Unit> reporting(NamedCsvRecord row) {
    String text = row.getField("county");
    Unit named =
        units.stream()
            .filter(unit -> unit.isCalled(text))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no unit called " + text));
    return Optional.of(named).filter(unit -> !unit.equals(units.getFirst()));
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

  private @Nullable InputStream find(String file) {
    return Tables.class.getResourceAsStream("/" + folder + "/" + file);
  }
}
