package io.countypulse.platform.units;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code units.csv}; every complaint names file, line and field. */
final class UnitsFile {

  private final Path file;

  private UnitsFile(Path file) {
    this.file = file;
  }

  static Units read(Path file) {
    return new UnitsFile(file).read();
  }

  private Units read() {
    List<Unit> units = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        units.add(unit(row));
      }
      return new Units(units);
    } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
      throw new UnreadableUnits(file + ": " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException inconsistent) {
      throw new UnreadableUnits(file + ": " + inconsistent.getMessage(), inconsistent);
    }
  }

  private Unit unit(NamedCsvRecord row) {
    String parent = optional(row, "parent");
    return new Unit(
        code(row, "code", required(row, "code")),
        required(row, "name"),
        required(row, "full_name"),
        kind(row),
        parent.isEmpty() ? null : code(row, "parent", parent),
        Arrays.stream(optional(row, "aliases").split(";", -1))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList());
  }

  private UnitCode code(NamedCsvRecord row, String field, String text) {
    if (!UnitCode.valid(text)) {
      throw complaint(row, field, "not a code of capital letters and digits: " + text, null);
    }
    return new UnitCode(text);
  }

  private UnitKind kind(NamedCsvRecord row) {
    String text = required(row, "kind");
    try {
      return UnitKind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw complaint(row, "kind", "unknown kind " + text, unknown);
    }
  }

  private String required(NamedCsvRecord row, String field) {
    String text = optional(row, field);
    if (text.isEmpty()) {
      throw complaint(row, field, "is empty or missing", null);
    }
    return text;
  }

  private static String optional(NamedCsvRecord row, String field) {
    return row.findField(field).map(String::strip).orElse("");
  }

  private UnreadableUnits complaint(
      NamedCsvRecord row, String field, String problem, @Nullable Throwable cause) {
    String place = file + " line " + row.getStartingLineNumber() + ", field " + field + ": ";
    return cause == null
        ? new UnreadableUnits(place + problem)
        : new UnreadableUnits(place + problem, cause);
  }
}
