package io.countypulse.local.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countypulse.local.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir Path directory;

  @Test
  void aFullDiskIsRefusedInOneSentence() {
    StateFolder state = new StateFolder(directory);
    Refusal refusal = assertThrows(Refusal.class, () -> state.requireSpace(300L << 20));
    assertEquals(
        "磁盘空间不足：%s 仅剩 300 MiB，至少需要 2048 MiB。 Too little disk: 300 MiB left at %s, 2048 MiB needed."
            .formatted(directory, directory),
        refusal.getMessage());
  }

  @Test
  void secretsAreDrawnOnceAndReadableByTheirOwnerAlone() throws Exception {
    StateFolder state = new StateFolder(directory.resolve("state")).create();
    String password = Secrets.of(state).password("employment_app");
    String key = Secrets.of(state).key("employment.lookup");
    assertEquals(password, Secrets.of(state).password("employment_app"));
    assertNotEquals(password, Secrets.of(state).password("credit_app"));
    assertEquals(32, Base64.getDecoder().decode(key).length);
    Path file = state.secrets().resolve("secrets.properties");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secrets())));
  }
}
