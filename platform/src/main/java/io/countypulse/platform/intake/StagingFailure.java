package io.countypulse.platform.intake;

import java.sql.SQLException;

/** The database refused a COPY. */
final class StagingFailure extends RuntimeException {

  StagingFailure(SQLException cause) {
    super("COPY failed: " + cause.getSQLState(), cause);
  }
}
