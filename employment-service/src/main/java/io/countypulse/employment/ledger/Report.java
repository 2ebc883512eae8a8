package io.countypulse.employment.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison, with the counties the caller may see.
 *
 * @param id that of the import
 * @param coversAll whether people out of work were compared as well
 */
record Report(
    UUID id,
    LocalDate day,
    boolean coversAll,
    String comparedBy,
    Instant comparedAt,
    List<County> counties) {

  /**
   * One county.
   *
   * @param accepted differences settled since by taking over the other value
   * @param kept differences settled by keeping the register's
   */
  record County(
      UnitCode county,
      String countyName,
      int agreeing,
      int onlyHere,
      int onlyThere,
      int differing,
      int accepted,
      int kept) {

    /** Per cent of all people in either that agreed when compared, two decimals. */
    @JsonProperty
    public @Nullable String share() {
      return of(agreeing);
    }

    /** The same with those taken over since. */
    @JsonProperty
    public @Nullable String shareNow() {
      return of(agreeing + accepted);
    }

    private @Nullable String of(int part) {
      int all = agreeing + onlyHere + onlyThere + differing;
      return all == 0
          ? null
          : BigDecimal.valueOf(100L * part)
              .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP)
              .toPlainString();
    }
  }

  Report {
    counties = List.copyOf(counties);
  }
}
