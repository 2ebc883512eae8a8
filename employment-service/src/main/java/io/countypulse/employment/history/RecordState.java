package io.countypulse.employment.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was from one change until the next.
 *
 * @param change the import or amendment that made it so
 * @param fields what is shown, in its order; personal data masked, lists whose elements are
 *     compared
 */
public record RecordState(
    long version,
    Instant recordedAt,
    LocalDate businessDate,
    UUID change,
    Map<String, @Nullable Object> fields) {

  public RecordState {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Reads {@code version, recorded_at, business_date, import_id}. */
  public static RecordState of(ResultSet row, Map<String, @Nullable Object> fields)
      throws SQLException {
    return new RecordState(
        row.getLong("version"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("business_date", LocalDate.class),
        row.getObject("import_id", UUID.class),
        fields);
  }
}
