package io.countypulse.bankkit;

import io.countypulse.credit.feed.OfflineCheck;
import io.countypulse.credit.feed.OfflineCheck.Outcome;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.UnitKind;
import io.countypulse.platform.units.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Goes through a feed with the checks of the service and says what it would answer. */
record Checking(PrintStream out) {

  /**
   * Checks a feed, and the signature beside it where the key is given.
   *
   * @param units where counties stand; without it they are not looked at
   * @return 0 if every row would be taken
   */
  int check(Path feed, Optional<Path> units, Optional<Path> key, LocalDate today)
      throws IOException {
    boolean signed = key.isEmpty() || isSigned(feed, key.get());
    Outcome outcome = OfflineCheck.check(() -> open(feed), units(units), today);
    for (OfflineCheck.Finding finding : outcome.findings()) {
      new Finding(
              finding.line(),
              finding.field(),
              finding.code(),
              finding.message(),
              finding.messageEn(),
              finding.maskedValue())
          .print(out);
    }
    outcome
        .flags()
        .forEach(
            (flag, loans) -> {
              if (units.isPresent() || !flag.equals(OfflineCheck.UNKNOWN_COUNTY)) {
                out.printf("  标记 flag %s: %d%n", flag, loans);
              }
            });
    return verdict(outcome) && signed ? 0 : 1;
  }

  private boolean verdict(Outcome outcome) {
    if (outcome.isRefused()) {
      out.println("整份将被退回 the feed would be refused as a whole");
      return false;
    }
    out.printf(
        "明细 rows %,d，其中将退回 would be refused %,d；余额合计 outstanding %s，逾期合计 overdue %s%n",
        outcome.rows(), outcome.refusedRows(), outcome.outstanding(), outcome.overdue());
    return outcome.refusedRows() == 0;
  }

  private boolean isSigned(Path feed, Path key) throws IOException {
    Path signature = feed.resolveSibling(feed.getFileName() + ".sig");
    boolean good =
        Files.exists(signature)
            && Keys.verify(
                Files.readAllBytes(feed),
                Files.readString(signature),
                Keys.publicKey(Files.readString(key)));
    out.println(
        good
            ? "签名有效 the signature is good"
            : "  [SIGNATURE_WRONG] 缺少签名，或签名与公钥及报文内容不符 no signature, or not of this key and these"
                + " bytes");
    return good;
  }

  private static Units units(Optional<Path> file) {
    if (file.isPresent()) {
      Path units = file.get().toAbsolutePath();
      if (!units.endsWith("units.csv")) {
        throw new Complaint("县区文件应名为 units.csv。", "The file of counties is called units.csv.");
      }
      return Units.read(Objects.requireNonNull(units.getParent()));
    }
    return new Units(
        List.of(new Unit(new UnitCode("0"), "-", "-", UnitKind.CITY, null, List.of())));
  }

  private static InputStream open(Path feed) {
    try {
      return Files.newInputStream(feed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
