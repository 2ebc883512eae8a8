package io.countypulse.local.parts;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this user keeps what every city of this machine shares and anybody may delete. */
public final class UserCache {
  private UserCache() {}

  /** {@code $XDG_CACHE_HOME/county-pulse}, usually {@code ~/.cache/county-pulse}. */
  public static Path directory() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home"));
    Path base = set == null || set.isBlank() ? home.resolve(".cache") : Path.of(set);
    if (Files.isWritable(base) || Files.isWritable(home)) {
      return base.resolve("county-pulse");
    }
    String user = System.getProperty("user.name");
    return Path.of(System.getProperty("java.io.tmpdir"), "county-pulse-" + user);
  }
}
