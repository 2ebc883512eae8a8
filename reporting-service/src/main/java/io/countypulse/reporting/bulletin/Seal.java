package io.countypulse.reporting.bulletin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/** The seal of an issued bulletin: a hash over the hashes of its files, in the order of formats. */
final class Seal {

  private Seal() {}

  static String of(Map<Format, byte[]> files) {
    StringBuilder list = new StringBuilder();
    new EnumMap<>(files)
        .forEach(
            (format, bytes) ->
                list.append(sha256(bytes)).append("  ").append(format.ending()).append('\n'));
    return sha256(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
