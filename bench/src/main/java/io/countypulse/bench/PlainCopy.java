package io.countypulse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * What {@code psql \copy} does with a workers file: the same protocol, the same bytes, one durable
 * transaction, into a table of text columns with the keys ours has (person, identity number,
 * county). Nothing is checked, encrypted or published.
 */
final class PlainCopy {
  private static final String TABLE =
      """
      drop table if exists plain_worker;
      create table plain_worker (
        county text, township text, village text, household text, person text primary key, name text,
        identity text unique, category text, labour text, area text, province text, employer text,
        post text, start_date date, end_date date, wage numeric, wish text);
      create index on plain_worker (county, person);
      """;

  private final String url;
  private final Path file;

  PlainCopy(String url, Path file) {
    this.url = url;
    this.file = file;
  }

  /** Seconds from the first byte to the commit. */
  double load() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      long began = System.nanoTime();
      copy(connection);
      return (System.nanoTime() - began) / 1e9;
    }
  }

  /**
   * Seconds from the first byte to the answer of the {@code GROUP BY} that a clerk would run after
   * loading.
   */
  double loadAndCount(long expectedWorking) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      long began = System.nanoTime();
      copy(connection);
      long working = 0;
      try (ResultSet counts =
          statement.executeQuery(
              """
              select county, count(*) as working, count(*) filter (where area = '省外')
              from plain_worker
              where start_date <= date '2024-06-10' and (end_date is null or end_date > date '2024-06-10')
              group by county
              """)) {
        while (counts.next()) {
          working += counts.getLong("working");
        }
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      if (working != expectedWorking) {
        throw new IllegalStateException(working + " in work, expected " + expectedWorking);
      }
      return seconds;
    }
  }

  private void copy(Connection connection) throws SQLException, IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy plain_worker from stdin with (format csv, header)", bytes, 1 << 16);
    }
  }
}
