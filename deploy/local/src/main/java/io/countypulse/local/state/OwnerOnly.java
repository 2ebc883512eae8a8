package io.countypulse.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but their owner may read (mode 0600), written whole or not at all. */
public final class OwnerOnly {
  private OwnerOnly() {}

  public static void write(Path file, String content) {
    try {
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".fresh",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
