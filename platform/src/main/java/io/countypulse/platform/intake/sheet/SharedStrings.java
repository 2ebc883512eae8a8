package io.countypulse.platform.intake.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The string table of a workbook, kept as bytes: a city's half million names take some ten
 * megabytes.
 */
final class SharedStrings {

  private static final int MOST_BYTES = 128 << 20;
  private static final int MOST_STRINGS = 8 << 20;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int size;

  /**
   * @throws RefusedFile when the table would take more memory than an import may have
   */
  void add(String text) throws RefusedFile {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    int start = size == 0 ? 0 : ends[size - 1];
    if (size == MOST_STRINGS || start + encoded.length > MOST_BYTES) {
      throw RefusedFile.tooLarge();
    }
    if (start + encoded.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(start + encoded.length, bytes.length * 3 / 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 3 / 2);
    }
    System.arraycopy(encoded, 0, bytes, start, encoded.length);
    ends[size++] = start + encoded.length;
  }

  /**
   * @throws RefusedFile when the table has no such entry
   */
  String get(int place) throws RefusedFile {
    if (place < 0 || place >= size) {
      throw RefusedFile.damaged();
    }
    int start = place == 0 ? 0 : ends[place - 1];
    return new String(bytes, start, ends[place] - start, StandardCharsets.UTF_8);
  }
}
