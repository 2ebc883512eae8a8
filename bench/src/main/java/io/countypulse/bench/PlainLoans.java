package io.countypulse.bench;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * What {@code psql \copy} does with the details of a feed: the same protocol, the same bytes, one
 * durable transaction, into a table with the key ours has. Nothing is checked or published.
 */
final class PlainLoans implements Measure {

  private static final String TABLE =
      """
      drop table if exists plain_loan;
      create table plain_loan (
        mark text, loan text primary key, household text, county text, issued date, due date, amount numeric,
        rate numeric, balance numeric, overdue numeric, overdue_since date, status text);
      create index on plain_loan (household);
      """;

  private final String url;
  private final LoanFeed feed;

  PlainLoans(String url, LoanFeed feed) {
    this.url = url;
    this.feed = feed;
  }

  @Override
  public double seconds() throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      ByteArrayInputStream details = details();
      long began = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy plain_loan from stdin with (format csv)", details, 1 << 16);
      double seconds = (System.nanoTime() - began) / 1e9;
      try (ResultSet sum = statement.executeQuery("select sum(balance)::int8 from plain_loan")) {
        sum.next();
        if (sum.getLong(1) != feed.outstanding()) {
          throw new IllegalStateException(sum.getLong(1) + " yuan copied");
        }
      }
      return seconds;
    }
  }

  private ByteArrayInputStream details() {
    byte[] bytes = feed.bytes();
    return new ByteArrayInputStream(bytes, feed.header(), bytes.length - feed.header());
  }
}
