package io.countypulse.platform.intake;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as the API shows it. */
record ImportView(
    UUID id,
    String kind,
    String fileName,
    String sha256,
    ImportStatus status,
    boolean dryRun,
    LocalDate asOf,
    String countyChange,
    String uploadedBy,
    Instant uploadedAt,
    @Nullable Instant finishedAt,
    Progress progress,
    RowCounts rows,
    @JsonRawValue String flags,
    @JsonRawValue String changes,
    List<RejectReason> rejectReasons,
    @Nullable String message) {

  /** How far it is: {@code READING}, {@code APPLYING} or {@code DONE}. */
  record Progress(String phase, int rowsRead) {}

  /** How many rows go back for one reason; the message is that of the first such row. */
  record RejectReason(String code, String message, int rows) {}

  static ImportView of(ImportJob job, List<RejectReason> reasons) {
    return new ImportView(
        job.id(),
        job.kind(),
        job.fileName(),
        job.sha256(),
        job.status(),
        job.dryRun(),
        job.asOf(),
        job.countyChange().name().toLowerCase(Locale.ROOT),
        job.importer().name(),
        job.queuedAt(),
        job.finishedAt(),
        progress(job),
        job.rows(),
        job.flags(),
        job.changes(),
        reasons,
        job.message());
  }

  private static Progress progress(ImportJob job) {
    if (job.isFinished()) {
      return new Progress("DONE", job.rows().total());
    }
    String phase = job.phase();
    return new Progress(phase == null ? "READING" : phase, job.rowsRead());
  }
}
