package io.countypulse.bench;

import java.sql.Connection;

/**
 * The relay empties an outbox filled in one transaction: commit → the last row acknowledged by
 * Kafka and deleted. The relay cannot see a row before the commit, and is woken by it.
 */
final class OutboxDrain implements Measure {
  private final ServiceProcess employment;
  private final int records;
  private final int bytes;

  OutboxDrain(ServiceProcess employment, int records, int bytes) {
    this.employment = employment;
    this.records = records;
    this.bytes = bytes;
  }

  @Override
  public double seconds() throws Exception {
    employment.awaitEmptyOutbox();
    try (Connection connection = employment.owner();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      int filled =
          statement.executeUpdate(
              """
              insert into outbox (topic, key, type, payload)
              select 'employment.worker.v1', 'bench-' || number,
                'io.countypulse.employment.worker.v1', repeat('x', %d)
              from generate_series(1, %d) as number
              """
                  .formatted(bytes, records));
      if (filled != records) {
        throw new IllegalStateException(filled + " rows");
      }
      connection.commit();
      long began = System.nanoTime();
      employment.awaitEmptyOutbox();
      return (System.nanoTime() - began) / 1e9;
    }
  }
}
