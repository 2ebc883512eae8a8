package io.countypulse.platform.intake;

import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.units.UnitCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is written down about an import besides its data: one audit entry, and metrics. */
final class ImportRecords {

  private final Audit audit;
  private final MeterRegistry meters;

  ImportRecords(Audit audit, MeterRegistry meters) {
    this.audit = audit;
    this.meters = meters;
  }

  /** In the transaction that ends the import. */
  void audit(ImportJob job, ImportStatus end, ImportResult result) {
    RowCounts rows = result.rows();
    audit.record(
        new AuditEntry(
            job.importer(),
            (job.dryRun() ? "IMPORT_DRY_RUN_" : "IMPORT_") + end.name(),
            "import:" + job.id(),
            onlyCounty(job.counties()),
            Map.of(
                "kind", job.kind(),
                "sha256", job.sha256(),
                "asOf", job.asOf().toString(),
                "countyChange", job.countyChange().name(),
                "total", rows.total(),
                "applied", rows.applied(),
                "unchanged", rows.unchanged(),
                "skipped", rows.skipped(),
                "rejected", rows.rejected())));
  }

  /**
   * {@code pulse.import.rows} by kind and outcome, {@code pulse.import.duration} by kind, once
   * committed.
   */
  void measure(ImportJob job, ImportResult result, long nanos) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            measureNow(job, result.rows(), nanos);
          }
        });
  }

  private void measureNow(ImportJob job, RowCounts rows, long nanos) {
    meters.timer("pulse.import.duration", "kind", job.kind()).record(nanos, TimeUnit.NANOSECONDS);
    count(job, "applied", rows.applied());
    count(job, "unchanged", rows.unchanged());
    count(job, "skipped", rows.skipped());
    count(job, "rejected", rows.rejected());
  }

  private void count(ImportJob job, String outcome, int rows) {
    meters.counter("pulse.import.rows", "kind", job.kind(), "outcome", outcome).increment(rows);
  }

  private static @Nullable UnitCode onlyCounty(List<String> counties) {
    return counties.size() == 1 && UnitCode.valid(counties.getFirst())
        ? new UnitCode(counties.getFirst())
        : null;
  }
}
