package io.countypulse.credit.feed;

import io.countypulse.credit.feed.FeedStore.Queued;
import io.countypulse.platform.intake.CopyTarget;
import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.units.Units;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Brings a feed's details row by row, checked, into the temporary table {@code staged_detail} of
 * the running transaction.
 */
final class Staging {

  private final FeedStore store;
  private final Units units;
  private final JdbcClient jdbc;
  private final DataSource dataSource;

  Staging(FeedStore store, Units units, JdbcClient jdbc, DataSource dataSource) {
    this.store = store;
    this.units = units;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  Content stage(Queued feed, FeedHeader header, FileFormat format, LocalDate today)
      throws IOException {
    jdbc.sql(
            "create temporary table staged_detail (line int4 not null, %s) on commit drop"
                .formatted(Detail.COLUMNS))
        .update();
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (FeedRecords records = FeedText.records(store.bytes(feed.id()), format)) {
      FeedText.header(records);
      DetailCheck check = new DetailCheck(header, units, today);
      try (var reader = new DetailReader(feed.id(), records, check, new Content(header));
          var copy = new CopyTarget(connection.unwrap(PGConnection.class))) {
        return drain(reader, copy);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("the details were not staged", failed);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static Content drain(DetailReader reader, CopyTarget copy)
      throws IOException, SQLException {
    while (true) {
      switch (reader.next()) {
        case DetailReader.Step.Rows(String table, var rows) -> copy.send(table, rows);
        case DetailReader.Step.End(Content content) -> {
          copy.finish();
          return content;
        }
        case DetailReader.Step.Failure(IOException cause) -> throw cause;
        case DetailReader.Step.Failure(RuntimeException cause) -> throw cause;
        case DetailReader.Step.Failure(Throwable cause) -> throw new IllegalStateException(cause);
      }
    }
  }
}
