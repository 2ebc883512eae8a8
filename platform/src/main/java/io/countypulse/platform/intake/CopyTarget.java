package io.countypulse.platform.intake;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

/**
 * Sends batches to two tables over one connection: a COPY ends when the other table's turn comes.
 */
public final class CopyTarget implements AutoCloseable {

  private final PGConnection connection;
  private @Nullable CopyIn copy;
  private String table = "";

  public CopyTarget(PGConnection connection) {
    this.connection = connection;
  }

  /** Sends rows of {@link BinaryRows} to a table, or a table with its columns. */
  public void send(String toTable, ByteBuffer rows) throws SQLException {
    CopyIn current = copy;
    if (current == null || !table.equals(toTable)) {
      finish();
      current = connection.getCopyAPI().copyIn("copy " + toTable + " from stdin (format binary)");
      copy = current;
      table = toTable;
      current.writeToCopy(BinaryRows.HEADER, 0, BinaryRows.HEADER.length);
    }
    current.writeToCopy(ByteStreamWriter.of(rows));
  }

  /** Every row was sent. */
  public void finish() throws SQLException {
    CopyIn current = copy;
    if (current != null) {
      current.writeToCopy(BinaryRows.TRAILER, 0, BinaryRows.TRAILER.length);
      current.endCopy();
      copy = null;
    }
  }

  /** Gives up what was not finished. */
  @Override
  public void close() throws SQLException {
    CopyIn current = copy;
    if (current != null && current.isActive()) {
      current.cancelCopy();
    }
  }
}
