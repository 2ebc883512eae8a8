package io.countypulse.employment.ledger;

import io.countypulse.platform.units.UnitCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where register and export do not agree about somebody, personal data masked.
 *
 * @param county where the register has the person on the day, else where the export has
 * @param fields what differs; empty for somebody only in one of them
 */
record Difference(
    int number,
    @Nullable String personId,
    @Nullable String maskedName,
    Kind kind,
    UnitCode county,
    String countyName,
    List<String> fields,
    @Nullable Side ours,
    @Nullable Side theirs,
    State state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  /** In which of the two somebody is found. */
  enum Kind {
    ONLY_HERE,
    ONLY_THERE,
    DIFFERS
  }

  /** What was decided. */
  enum State {
    OPEN,
    /** The export's value was taken over. */
    ACCEPTED,
    /** The register stays as it is. */
    KEPT
  }

  /** What one of them says of the compared day. */
  record Side(
      UnitCode county,
      boolean working,
      @Nullable String area,
      @Nullable String province,
      @Nullable String employer,
      @Nullable LocalDate start,
      @Nullable LocalDate end) {}

  Difference {
    fields = List.copyOf(fields);
  }
}
