package io.countypulse.platform.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets files nobody needs any more: uploads that broke off with their server, originals past
 * their time.
 */
final class Housekeeping {

  private static final long INTERVAL = Duration.ofHours(1).toNanos();

  private final ScopedTransactions transactions;
  private final JdbcClient database;
  private final Duration keepFiles;
  private long last = System.nanoTime() - INTERVAL;

  /**
   * @param keepFiles how long an original, and with it the reject file, can be had
   */
  Housekeeping(ScopedTransactions transactions, JdbcClient database, Duration keepFiles) {
    this.transactions = transactions;
    this.database = database;
    this.keepFiles = keepFiles;
  }

  /** Once an hour. */
  void tidyIfDue() {
    if (System.nanoTime() - last >= INTERVAL) {
      last = System.nanoTime();
      transactions.write(CountyScope.city(), this::tidy);
    }
  }

  private void tidy() {
    database
        .sql(
            "delete from import_job where status = 'RECEIVING' and received_at < now() - interval '1 day'")
        .update();
    database
        .sql(
            """
            delete from import_chunk using import_job job
            where job.id = import_id and job.finished_at < now() - make_interval(secs => ?)
            """)
        .param(keepFiles.toSeconds())
        .update();
  }
}
