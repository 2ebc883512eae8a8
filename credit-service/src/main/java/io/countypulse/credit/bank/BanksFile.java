package io.countypulse.credit.bank;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.platform.audit.Actor;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Registers the banks of the city's {@code banks.csv} (code, name, Ed25519 public key) at the
 * start; those known already stay as they are.
 */
@Component
class BanksFile implements ApplicationRunner {

  static final LocalTime EXPECTED = LocalTime.of(18, 0);

  private final Path file;
  private final Banks banks;
  private final Audit audit;
  private final TransactionOperations transaction;

  BanksFile(
      @Value("${pulse.city.directory}") String city,
      Banks banks,
      Audit audit,
      TransactionOperations transaction) {
    this.file = Path.of(city, "banks.csv");
    this.banks = banks;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        register(row);
      }
    }
  }

  private void register(NamedCsvRecord row) {
    Bank bank = new Bank(row.getField(0).strip(), row.getField(1).strip(), key(row), EXPECTED);
    transaction.executeWithoutResult(
        _ -> {
          if (banks.putIfNew(bank)) {
            audit.record(
                new AuditEntry(
                    Actor.service("credit-service"),
                    "BANK_REGISTERED",
                    "bank:" + bank.code(),
                    null,
                    Map.of("key", bank.key().text(), "source", "banks.csv")));
          }
        });
  }

  private BankKey key(NamedCsvRecord row) {
    return BankKey.parse(row.getField(2))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    file + " line " + row.getStartingLineNumber() + ": not an Ed25519 public key"));
  }
}
