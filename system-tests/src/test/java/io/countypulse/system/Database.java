package io.countypulse.system;

import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A city's database server, in the hands of somebody who may do anything to it. */
record Database(RunningCity city) {

  /** Runs a statement in a database. */
  void run(String database, String sql) {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  /** The first column of the first row. */
  String ask(String database, String sql) {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("nothing: " + sql);
      }
      return rows.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  /** Lets nobody in any more, and ends who is. */
  void close(String database) {
    run("postgres", "alter database " + database + " with allow_connections false");
    run(
        "postgres",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + database
            + "'");
  }

  private Connection connection(String database) throws SQLException {
    try {
      return DriverManager.getConnection(city.postgres().formatted(database));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
