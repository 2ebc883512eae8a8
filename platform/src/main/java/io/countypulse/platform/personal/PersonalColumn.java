package io.countypulse.platform.personal;

import java.nio.charset.StandardCharsets;

/**
 * The column an encrypted value belongs to, for example {@code worker.name}. It is authenticated
 * with the value, so that one copied into another column does not decrypt.
 */
public final class PersonalColumn {

  private final String name;
  private final byte[] purpose;

  private PersonalColumn(String name) {
    this.name = name;
    this.purpose = name.getBytes(StandardCharsets.UTF_8);
  }

  public static PersonalColumn of(String table, String column) {
    return new PersonalColumn(table + "." + column);
  }

  byte[] purpose() {
    return purpose;
  }

  @Override
  public String toString() {
    return name;
  }
}
