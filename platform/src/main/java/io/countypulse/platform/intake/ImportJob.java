package io.countypulse.platform.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.audit.Actor;
import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.units.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_job} whose file has arrived. */
record ImportJob(
    UUID id,
    String kind,
    String fileName,
    List<String> counties,
    LocalDate asOf,
    CountyChange countyChange,
    boolean dryRun,
    LocalDate businessDate,
    String units,
    Actor importer,
    ImportStatus status,
    Instant queuedAt,
    @Nullable Instant finishedAt,
    int attempts,
    String sha256,
    FileFormat format,
    RowCounts rows,
    String flags,
    String changes,
    @Nullable String message,
    @Nullable String phase,
    int rowsRead) {

  private static final String CITY = "*";

  static ImportJob read(ResultSet row, int number) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new ImportJob(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("file_name"),
        List.of(texts(row, "scope")),
        row.getObject("as_of", LocalDate.class),
        CountyChange.valueOf(row.getString("county_change")),
        row.getBoolean("dry_run"),
        row.getObject("business_date", LocalDate.class),
        row.getString("units"),
        new Actor(
            row.getString("importer"),
            Set.of(texts(row, "importer_roles")),
            row.getString("importer_address")),
        ImportStatus.valueOf(row.getString("status")),
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getInt("attempts"),
        row.getString("sha256"),
        FileFormat.valueOf(row.getString("format")),
        new RowCounts(
            row.getInt("total"),
            row.getInt("applied"),
            row.getInt("unchanged"),
            row.getInt("skipped"),
            row.getInt("rejected")),
        row.getString("flags"),
        row.getString("changes"),
        row.getString("message"),
        row.getString("phase"),
        row.getInt("rows_read"));
  }

  /**
   * The counties an importer may change, as they are stored: sorted, {@code *} for the whole city.
   */
  static List<String> counties(CountyScope scope) {
    return switch (scope) {
      case CountyScope.City() -> List.of(CITY);
      case CountyScope.Counties(Set<UnitCode> codes) ->
          codes.stream().map(UnitCode::value).sorted().toList();
    };
  }

  CountyScope scope() {
    return counties.equals(List.of(CITY))
        ? CountyScope.city()
        : new CountyScope.Counties(
            counties.stream().map(UnitCode::new).collect(Collectors.toSet()));
  }

  ImportContext context() {
    return new ImportContext(id, scope(), asOf, countyChange, businessDate, importer);
  }

  boolean isFinished() {
    return switch (status) {
      case RECEIVING, QUEUED, RUNNING -> false;
      case COMPLETED, REFUSED, FAILED -> true;
    };
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    Object[] texts = (Object[]) row.getArray(column).getArray();
    return Arrays.copyOf(texts, texts.length, String[].class);
  }
}
