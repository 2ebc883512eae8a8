package io.countypulse.credit.interest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The highest rates that are subsidised, by the day a loan was issued (docs/decisions/0017). The
 * city's {@code interest-caps.csv} ({@code since,cap,source}; per cent a year) takes the place of
 * the shipped ones at every start; without it, what was in force stays so.
 */
@Component
class InterestCaps implements ApplicationRunner {

  private final Path file;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  InterestCaps(
      @Value("${pulse.city.directory}") String city,
      JdbcClient jdbc,
      TransactionOperations transaction) {
    this.file = Path.of(city, "interest-caps.csv");
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * A cap from a day on.
   *
   * @param percent per cent a year
   */
  record Cap(LocalDate since, BigDecimal percent, String source) {
    Cap {
      if (percent.signum() <= 0) {
        throw new IllegalArgumentException("a cap is above 0");
      }
    }
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (Files.exists(file)) {
      List<Cap> caps;
      try (Reader text = Files.newBufferedReader(file)) {
        caps = read(text, file.toString());
      }
      transaction.executeWithoutResult(_ -> replace(caps));
    }
  }

  /**
   * Reads a file of caps.
   *
   * @throws IllegalArgumentException naming the line that is not so, or a file without any
   */
  static List<Cap> read(Reader text, String source) throws IOException {
    List<Cap> caps = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        try {
          caps.add(
              new Cap(
                  LocalDate.parse(row.getField("since").strip()),
                  new BigDecimal(row.getField("cap").strip()),
                  row.getField("source").strip()));
        } catch (DateTimeException | IllegalArgumentException | NoSuchElementException malformed) {
          throw new IllegalArgumentException(
              source + " line " + row.getStartingLineNumber() + ": expected since,cap,source",
              malformed);
        }
      }
    }
    if (caps.isEmpty()) {
      throw new IllegalArgumentException(source + " has no caps: expected since,cap,source");
    }
    return caps;
  }

  private void replace(List<Cap> caps) {
    jdbc.sql("delete from subsidy_policy").update();
    for (Cap cap : caps) {
      jdbc.sql("insert into subsidy_policy (since, cap, source) values (?, ?, ?)")
          .param(cap.since())
          .param(cap.percent())
          .param(cap.source())
          .update();
    }
  }
}
