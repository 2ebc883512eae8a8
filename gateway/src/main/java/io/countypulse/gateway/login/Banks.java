package io.countypulse.gateway.login;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The banks of a city: {@code banks.csv} (code, name, public key), where there is one. */
final class Banks {

  private Banks() {}

  /** Code of the first bank; null where the city names none. */
  static @Nullable String first(Path cityDirectory) {
    Path file = cityDirectory.resolve("banks.csv");
    if (!Files.exists(file)) {
      return null;
    }
    try (CsvReader<NamedCsvRecord> banks =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return banks.stream().findFirst().map(bank -> bank.getField("code").strip()).orElse(null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
