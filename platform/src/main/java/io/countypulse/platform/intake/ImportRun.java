package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.FileBytes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import tools.jackson.databind.json.JsonMapper;

/** One file from its stored bytes to applied rows, within the transaction of its caller. */
final class ImportRun<R> {

  private static final long NANOS_BETWEEN_REPORTS = 250_000_000;

  private final FileKind<R> kind;
  private final ImportJob job;
  private final JdbcClient database;
  private final DataSource dataSource;
  private final BiConsumer<String, Integer> progress;

  /**
   * @param progress told the phase and the rows read, a few times a second
   */
  ImportRun(
      FileKind<R> kind,
      ImportJob job,
      JdbcClient database,
      DataSource dataSource,
      BiConsumer<String, Integer> progress) {
    this.kind = kind;
    this.job = job;
    this.database = database;
    this.dataSource = dataSource;
    this.progress = progress;
  }

  /**
   * Stages and applies every row.
   *
   * @throws io.countypulse.platform.intake.sheet.RefusedFile when the file cannot be taken as a
   *     whole
   * @throws InterruptedIOException when the service is being stopped
   */
  ImportResult run(FileBytes bytes, JsonMapper json) throws IOException {
    Staging<R> staging = kind.staging();
    database.sql(staging.definition()).update();
    RowFeed.Summary read = stage(bytes);
    // A tenth of the usual sample is enough to choose a plan by, and takes a tenth of the time.
    database.sql("set local default_statistics_target = 10").update();
    database.sql("analyze " + staging.table()).update();
    progress.accept("APPLYING", read.total());
    Applied applied = kind.apply(job.context(), database);
    RowCounts rows = accountFor(read, applied);
    Map<String, Integer> flags = new TreeMap<>(read.flags());
    applied.flags().forEach((code, count) -> flags.merge(code, count, Integer::sum));
    return new ImportResult(
        rows,
        json.writeValueAsString(flags),
        json.writeValueAsString(applied.changes()),
        Messages.completed(job, rows, read.unknownColumns()));
  }

  private RowFeed.Summary stage(FileBytes bytes) throws IOException {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (var feed = new RowFeed<>(kind, job.context(), bytes, job.format());
        var copy = new CopyTarget(connection.unwrap(PGConnection.class))) {
      return drain(feed, copy);
    } catch (SQLException failed) {
      throw new StagingFailure(failed);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private RowFeed.Summary drain(RowFeed<R> feed, CopyTarget copy) throws IOException, SQLException {
    long reported = System.nanoTime();
    while (true) {
      switch (next(feed)) {
        case RowFeed.Step.Rows(String table, ByteBuffer rows) -> copy.send(table, rows);
        case RowFeed.Step.End(RowFeed.Summary summary) -> {
          copy.finish();
          return summary;
        }
        case RowFeed.Step.Failure(IOException cause) -> throw cause;
        case RowFeed.Step.Failure(RuntimeException cause) -> throw cause;
        case RowFeed.Step.Failure(Throwable cause) -> throw new IllegalStateException(cause);
      }
      if (System.nanoTime() - reported > NANOS_BETWEEN_REPORTS) {
        progress.accept("READING", feed.rowsRead());
        reported = System.nanoTime();
      }
    }
  }

  private static RowFeed.Step next(RowFeed<?> feed) throws InterruptedIOException {
    try {
      return feed.next();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the service is being stopped");
    }
  }

  /** Every row is applied, unchanged, skipped or rejected; anything else is a bug of the kind. */
  private RowCounts accountFor(RowFeed.Summary read, Applied applied) {
    int rejected =
        database
            .sql("select count(distinct line) from import_reject where import_id = ?")
            .param(job.id())
            .query(Integer.class)
            .single();
    return new RowCounts(
        read.total(),
        applied.applied(),
        applied.unchanged(),
        read.skipped() + applied.skipped(),
        rejected);
  }
}
