package io.countypulse.platform.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.intake.ImportView.RejectReason;
import io.countypulse.platform.intake.sheet.Layout;
import io.countypulse.platform.intake.sheet.RejectFile;
import io.countypulse.platform.personal.PersonalData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that go back, and why. */
final class Rejects {

  private static final int FETCH = 1_000;

  private final ScopedTransactions transactions;
  private final JdbcClient database;
  private final ImportJobs jobs;
  private final PersonalData personal;

  Rejects(ScopedTransactions transactions, JdbcClient database, PersonalData personal) {
    this.transactions = transactions;
    this.database = database;
    this.jobs = new ImportJobs(database);
    this.personal = personal;
  }

  /** Most frequent first; within the caller's transaction. */
  List<RejectReason> reasons(ImportJob job) {
    return database
        .sql(
            """
            select code, (array_agg(message order by line))[1] as message,
              count(distinct line)::int as rows
            from import_reject where import_id = ?
            group by code order by rows desc, code
            """)
        .param(job.id())
        .query(RejectReason.class)
        .list();
  }

  /** Whether the original is still there to be read again. */
  boolean canBeWritten(ImportJob job) {
    return transactions.read(
        CountyScope.city(),
        () ->
            database
                .sql("select exists (select from import_chunk where import_id = ?)")
                .param(job.id())
                .query(Boolean.class)
                .single());
  }

  /** The file's refused rows in its own layout, read from the stored original once more. */
  void write(ImportJob job, Layout layout, OutputStream output) {
    transactions.read(
        CountyScope.city(),
        () -> {
          try (Stream<RejectFile.Reason> lines = lines(job)) {
            write(job, layout, lines.iterator(), output);
            return job;
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private void write(
      ImportJob job, Layout layout, Iterator<RejectFile.Reason> lines, OutputStream output)
      throws IOException {
    long size = jobs.size(job.id());
    var file = new StoredFile(job.id(), size, Supplier::get, database, personal);
    RejectFile.write(file, job.format(), layout, lines, output);
  }

  private Stream<RejectFile.Reason> lines(ImportJob job) {
    return database
        .sql(
            """
            select line, string_agg(distinct message, '；') as text
            from import_reject where import_id = ?
            group by line order by line
            """)
        .withFetchSize(FETCH)
        .param(job.id())
        .query((row, number) -> new RejectFile.Reason(row.getInt("line"), row.getString("text")))
        .stream();
  }
}
