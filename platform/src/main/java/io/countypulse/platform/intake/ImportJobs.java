package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.FileFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of {@code import_job}; every call runs in a transaction of its caller, within its scope.
 */
final class ImportJobs {

  private static final String COLUMNS =
      """
      select job.id, kind, file_name, scope, as_of, county_change, dry_run, business_date, units,
        importer, importer_roles, importer_address, status, queued_at, finished_at, attempts, sha256, format,
        total, applied, unchanged, skipped, rejected, flags, changes, message,
        progress.phase, coalesce(progress.rows_read, 0) as rows_read
      from import_job job left join import_progress progress on progress.import_id = job.id
      """;

  private static final String SAME_PURPOSE =
      """
      kind = :kind and sha256 = :sha256 and as_of = :asOf and county_change = :countyChange
      and scope = cast(:scope as text[])
      """;

  private final JdbcClient database;

  ImportJobs(JdbcClient database) {
    this.database = database;
  }

  UUID receive(ImportRequest request, LocalDate businessDate, String units) {
    return database
        .sql(
            """
            insert into import_job (kind, file_name, scope, as_of, county_change, dry_run, business_date,
              units, importer, importer_roles, importer_address)
            values (:kind, :fileName, :scope, :asOf, :countyChange, :dryRun, :businessDate,
              :units, :importer, :roles, :address)
            returning id
            """)
        .param("kind", request.kind())
        .param("fileName", request.fileName())
        .param("scope", ImportJob.counties(request.scope()).toArray(String[]::new))
        .param("asOf", request.asOf())
        .param("countyChange", request.countyChange().name())
        .param("dryRun", request.dryRun())
        .param("businessDate", businessDate)
        .param("units", units)
        .param("importer", request.importer().name())
        .param("roles", request.importer().roles().stream().sorted().toArray(String[]::new))
        .param("address", request.importer().address())
        .query(UUID.class)
        .single();
  }

  void addChunk(UUID id, int number, byte[] encrypted) {
    database
        .sql("insert into import_chunk (import_id, number, bytes) values (?, ?, ?)")
        .param(id)
        .param(number)
        .param(encrypted)
        .update();
  }

  /** Puts a received file in the queue; a duplicate key means that its like is there already. */
  void queue(UUID id, long size, String sha256, FileFormat format) {
    database
        .sql(
            """
            update import_job
            set status = 'QUEUED', queued_at = clock_timestamp(), size = ?, sha256 = ?, format = ?
            where id = ?
            """)
        .param(size)
        .param(sha256)
        .param(format.name())
        .param(id)
        .update();
  }

  /** The import with the same file and purpose that had not ended when this one began to arrive. */
  Optional<UUID> sameAtWork(UUID id, ImportRequest request, String sha256) {
    return database
        .sql(
            """
            select id from import_job
            where %s and dry_run = :dryRun and id <> :id and status <> 'RECEIVING'
              and (finished_at is null
                or finished_at > (select received_at from import_job where id = :id))
            order by queued_at limit 1
            """
                .formatted(SAME_PURPOSE))
        .param("kind", request.kind())
        .param("sha256", sha256)
        .param("asOf", request.asOf())
        .param("countyChange", request.countyChange().name())
        .param("scope", ImportJob.counties(request.scope()).toArray(String[]::new))
        .param("dryRun", request.dryRun())
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  void discard(UUID id) {
    database.sql("delete from import_job where id = ?").param(id).update();
  }

  Optional<ImportJob> next() {
    return database
        .sql(COLUMNS + "where status in ('QUEUED', 'RUNNING') order by queued_at, job.id limit 1")
        .query(ImportJob::read)
        .optional();
  }

  Optional<ImportJob> find(UUID id) {
    return database
        .sql(COLUMNS + "where job.id = ? and status <> 'RECEIVING'")
        .param(id)
        .query(ImportJob::read)
        .optional();
  }

  /** Newest first. */
  List<ImportJob> list(List<String> kinds, int limit) {
    return database
        .sql(
            COLUMNS
                + """
                where kind = any (?) and status <> 'RECEIVING'
                order by queued_at desc, job.id desc limit ?
                """)
        .param(kinds.toArray(String[]::new))
        .param(limit)
        .query(ImportJob::read)
        .list();
  }

  long size(UUID id) {
    return database
        .sql("select size from import_job where id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  void begin(UUID id) {
    database
        .sql("update import_job set status = 'RUNNING', attempts = attempts + 1 where id = ?")
        .param(id)
        .update();
  }

  void progress(UUID id, String phase, int rowsRead) {
    database
        .sql(
            """
            insert into import_progress (import_id, phase, rows_read) values (?, ?, ?)
            on conflict (import_id) do update
            set phase = excluded.phase, rows_read = excluded.rows_read
            """)
        .param(id)
        .param(phase)
        .param(rowsRead)
        .update();
  }

  void finish(UUID id, ImportStatus status, ImportResult result) {
    RowCounts rows = result.rows();
    database
        .sql(
            """
            update import_job
            set status = ?, finished_at = clock_timestamp(), total = ?, applied = ?, unchanged = ?,
              skipped = ?, rejected = ?, flags = ?::jsonb, changes = ?::jsonb, message = ?
            where id = ?
            """)
        .params(
            status.name(),
            rows.total(),
            rows.applied(),
            rows.unchanged(),
            rows.skipped(),
            rows.rejected(),
            result.flags(),
            result.changes(),
            result.message(),
            id)
        .update();
    database.sql("delete from import_progress where import_id = ?").param(id).update();
  }

  /**
   * The import that already did what this one asks, on the same day and with the same units, unless
   * another has changed anything since: then the file must be compared anew.
   */
  Optional<ImportJob> alreadyDone(ImportJob job) {
    return database
        .sql(
            COLUMNS
                + """
                where %s and status = 'COMPLETED' and not dry_run
                  and business_date = :businessDate and units = :units
                  and not exists (
                    select from import_job later
                    where later.status = 'COMPLETED' and not later.dry_run and later.applied > 0
                      and later.finished_at > job.finished_at)
                order by finished_at desc limit 1
                """
                    .formatted(SAME_PURPOSE))
        .param("kind", job.kind())
        .param("sha256", job.sha256())
        .param("asOf", job.asOf())
        .param("countyChange", job.countyChange().name())
        .param("scope", job.counties().toArray(String[]::new))
        .param("businessDate", job.businessDate())
        .param("units", job.units())
        .query(ImportJob::read)
        .optional();
  }
}
