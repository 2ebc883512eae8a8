package io.countypulse.platform.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.intake.sheet.RefusedFile;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.web.Outage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the imports of a service, one after the other in the order they came, whatever the number of
 * its instances.
 *
 * <p>An import is one transaction: it holds the runners' lock, stages, applies, completes and
 * audits. Whatever ends the transaction without a commit, a crash included, frees the lock and
 * leaves the job in the queue, to be run once more from its stored bytes.
 */
final class ImportRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
  private static final int MOST_ATTEMPTS = 5;

  private final Map<String, FileKind<?>> kinds;
  private final DataSource dataSource;
  private final JdbcClient database;
  private final ImportJobs jobs;
  private final ScopedTransactions scoped;
  private final TransactionTemplate transaction;
  private final TransactionTemplate beside;
  private final PersonalData personal;
  private final ImportRecords records;
  private final JsonMapper json;

  ImportRunner(
      Map<String, FileKind<?>> kinds,
      DataSource dataSource,
      JdbcClient database,
      ScopedTransactions scoped,
      PlatformTransactionManager transactions,
      PersonalData personal,
      ImportRecords records,
      JsonMapper json) {
    this.kinds = Map.copyOf(kinds);
    this.dataSource = dataSource;
    this.database = database;
    this.jobs = new ImportJobs(database);
    this.scoped = scoped;
    this.transaction = new TransactionTemplate(transactions);
    this.beside = new TransactionTemplate(transactions);
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.personal = personal;
    this.records = records;
    this.json = json;
  }

  /**
   * Runs the next import, if there is one and no other instance is at work.
   *
   * @return whether there was one
   */
  boolean runNext() {
    return Boolean.TRUE.equals(transaction.execute(this::runNext));
  }

  private boolean runNext(TransactionStatus status) {
    if (!lock()) {
      return false;
    }
    see(CountyScope.city());
    Optional<ImportJob> next = jobs.next();
    next.ifPresent(job -> run(job, status));
    return next.isPresent();
  }

  private void run(ImportJob job, TransactionStatus status) {
    long started = System.nanoTime();
    besides(() -> jobs.begin(job.id()));
    try {
      if (job.attempts() >= MOST_ATTEMPTS) {
        end(job, status, ImportStatus.FAILED, Messages.tooManyAttempts());
      } else {
        ImportResult result = result(job);
        complete(job, result, status);
        records.measure(job, result, System.nanoTime() - started);
      }
    } catch (RefusedFile refused) {
      LOG.info("import {} refused: {}", job.id(), refused.refusal().code());
      end(job, status, ImportStatus.REFUSED, Messages.refused(refused.refusal()));
    } catch (InterruptedIOException stopped) {
      status.setRollbackOnly();
    } catch (IOException | RuntimeException failed) {
      fail(job, status, failed);
    }
  }

  private ImportResult result(ImportJob job) throws IOException {
    Optional<ImportJob> before = job.dryRun() ? Optional.empty() : jobs.alreadyDone(job);
    return before.isPresent() ? again(job, before.get()) : runAnew(job, kind(job));
  }

  private <R> ImportResult runAnew(ImportJob job, FileKind<R> kind) throws IOException {
    var file =
        new StoredFile(
            job.id(),
            jobs.size(job.id()),
            query -> scoped.read(CountyScope.city(), query),
            database,
            personal);
    see(job.scope());
    return new ImportRun<>(
            kind,
            job,
            database,
            dataSource,
            (phase, rows) -> besides(() -> jobs.progress(job.id(), phase, rows)))
        .run(file, json);
  }

  private ImportResult again(ImportJob job, ImportJob before) {
    database
        .sql(
            """
            insert into import_reject (import_id, line, code, field, message, message_en, masked_value)
            select ?, line, code, field, message, message_en, masked_value
            from import_reject where import_id = ?
            """)
        .param(job.id())
        .param(before.id())
        .update();
    return new ImportResult(
        before.rows().again(), before.flags(), "[]", Messages.alreadyImported(before.queuedAt()));
  }

  private void complete(ImportJob job, ImportResult result, TransactionStatus status) {
    see(CountyScope.city());
    if (job.dryRun()) {
      keepOnlyTheAnswer(job, result);
      status.setRollbackOnly();
    } else {
      jobs.finish(job.id(), ImportStatus.COMPLETED, result);
      records.audit(job, ImportStatus.COMPLETED, result);
    }
  }

  /**
   * Carries the rejects of a dry run over to a transaction of their own, before its own is rolled
   * back.
   */
  private void keepOnlyTheAnswer(ImportJob job, ImportResult result) {
    PGConnection dry = unwrapped();
    besides(
        () -> {
          try (var rejects =
              new PGCopyInputStream(
                  dry,
                  "copy (select * from import_reject where import_id = '%s') to stdout (format binary)"
                      .formatted(job.id()))) {
            unwrapped()
                .getCopyAPI()
                .copyIn("copy import_reject from stdin (format binary)", rejects);
          } catch (IOException | SQLException failed) {
            throw new IllegalStateException("the rejects of a dry run were not kept", failed);
          }
          jobs.finish(job.id(), ImportStatus.COMPLETED, result);
          records.audit(job, ImportStatus.COMPLETED, result);
        });
  }

  private void fail(ImportJob job, TransactionStatus status, Exception failed) {
    if (Outage.isBehind(failed)) {
      LOG.warn(
          "import {} was interrupted and will be run again: {}", job.id(), failed.getMessage());
      throw new Interrupted(failed);
    }
    LOG.error("import {} failed", job.id(), failed);
    end(job, status, ImportStatus.FAILED, Messages.failed());
  }

  /** Nothing of the import's own transaction stays. */
  private void end(ImportJob job, TransactionStatus status, ImportStatus end, String message) {
    status.setRollbackOnly();
    ImportResult result = ImportResult.nothing(message);
    besides(
        () -> {
          jobs.finish(job.id(), end, result);
          records.audit(job, end, result);
        });
  }

  private FileKind<?> kind(ImportJob job) {
    FileKind<?> kind = kinds.get(job.kind());
    if (kind == null) {
      throw new IllegalStateException("no such kind of file any more: " + job.kind());
    }
    return kind;
  }

  private boolean lock() {
    return database
        .sql("select pg_try_advisory_xact_lock(hashtextextended('import_runner', 0))")
        .query(Boolean.class)
        .single();
  }

  private void besides(Runnable work) {
    beside.executeWithoutResult(
        status -> {
          see(CountyScope.city());
          work.run();
        });
  }

  private void see(CountyScope scope) {
    database
        .sql("select set_config('pulse.counties', ?, true)")
        .param(scope.setting())
        .query(String.class)
        .single();
  }

  private PGConnection unwrapped() {
    try {
      return DataSourceUtils.getConnection(dataSource).unwrap(PGConnection.class);
    } catch (SQLException notPostgres) {
      throw new IllegalStateException(notPostgres);
    }
  }

  /** The import will be tried again; its transaction is rolled back by this. */
  static final class Interrupted extends RuntimeException {
    Interrupted(@Nullable Throwable cause) {
      super(cause);
    }
  }
}
