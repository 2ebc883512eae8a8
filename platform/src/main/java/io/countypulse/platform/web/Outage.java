package io.countypulse.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot answer now from a statement that is wrong. */
public final class Outage {

  /** Connection lost, out of resources, shutting down or starting, rolled back for another. */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40");

  private static final String READ_ONLY = "25006";

  private Outage() {}

  public static boolean isBehind(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && passing(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean passing(@Nullable String state) {
    return state != null
        && state.length() == 5
        && (PASSING.contains(state.substring(0, 2)) || state.equals(READ_ONLY));
  }
}
