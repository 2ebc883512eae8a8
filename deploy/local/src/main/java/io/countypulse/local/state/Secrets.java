package io.countypulse.local.state;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** Passwords and keys of one city, drawn when first asked for and kept for ever after. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties kept = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  public static Secrets of(StateFolder state) {
    Secrets secrets = new Secrets(state.secrets().resolve("secrets.properties"));
    secrets.read();
    return secrets;
  }

  /** A password of 32 hexadecimal digits. */
  public String password(String name) {
    return kept("password." + name, () -> HexFormat.of().formatHex(bytes(16)));
  }

  /** A key of 32 bytes, in base64. */
  public String key(String name) {
    return kept("key." + name, () -> Base64.getEncoder().encodeToString(bytes(32)));
  }

  private synchronized String kept(String name, Supplier<String> drawn) {
    String known = kept.getProperty(name);
    if (known != null) {
      return known;
    }
    String fresh = drawn.get();
    kept.setProperty(name, fresh);
    write();
    return fresh;
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private void read() {
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write() {
    StringWriter text = new StringWriter();
    try {
      kept.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OwnerOnly.write(file, text.toString());
  }
}
