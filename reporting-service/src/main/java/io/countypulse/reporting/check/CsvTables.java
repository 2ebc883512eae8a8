package io.countypulse.reporting.check;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** CSV: one grid; several tables in it stand apart by an empty line. */
final class CsvTables {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private CsvTables() {}

  static PrintedDocument read(String name, String text) {
    String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    List<List<String>> rows = new ArrayList<>();
    try (Stream<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(plain))
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(plain)
            .stream()) {
      records.forEach(record -> rows.add(record.getFields()));
    }
    return new PrintedDocument(List.of(new PrintedTable(name, rows)), List.of());
  }

  /** The sign that stands most often in the first lines. */
  private static char separator(String text) {
    String beginning = text.substring(0, Math.min(text.length(), 4096));
    return Stream.of(',', '\t', ';')
        .max(Comparator.comparingLong(sign -> beginning.chars().filter(c -> c == sign).count()))
        .orElse(',');
  }
}
