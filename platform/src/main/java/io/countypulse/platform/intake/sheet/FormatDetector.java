package io.countypulse.platform.intake.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Watches a file's bytes go by and says at the end what the file is.
 *
 * <p>Text is UTF-8 when it begins with a byte order mark, or when its malformed UTF-8 sequences are
 * at most a quarter of its well-formed ones; otherwise it is GB18030, in which nearly every
 * character is malformed UTF-8. So one bad byte never turns a UTF-8 file into another script: its
 * line is rejected instead.
 */
public final class FormatDetector {

  private static final int PREFIX = 8192;

  private final byte[] prefix = new byte[PREFIX];
  private final Utf8Evidence evidence = new Utf8Evidence();
  private int seen;

  public void update(byte[] bytes, int offset, int length) {
    int missing = Math.min(PREFIX - seen, length);
    if (missing > 0) {
      System.arraycopy(bytes, offset, prefix, seen, missing);
      seen += missing;
    }
    evidence.update(bytes, offset, length);
  }

  public FileFormat format() {
    if (seen == 0) {
      return FileFormat.EMPTY;
    }
    if (begins(0x50, 0x4b, 0x03, 0x04)) {
      return FileFormat.WORKBOOK;
    }
    if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
      return FileFormat.OLD_EXCEL;
    }
    if (begins(0x25, 0x50, 0x44, 0x46)) {
      return FileFormat.PDF;
    }
    if (begins(0xff, 0xfe) || begins(0xfe, 0xff) || hasZeroEveryOtherByte()) {
      return FileFormat.UTF_16;
    }
    if (hasManyControls()) {
      return FileFormat.UNKNOWN;
    }
    if (isMarkup()) {
      return FileFormat.MARKUP;
    }
    return begins(0xef, 0xbb, 0xbf) || evidence.isUtf8()
        ? FileFormat.TEXT_UTF_8
        : FileFormat.TEXT_GB18030;
  }

  private boolean begins(int... signature) {
    if (seen < signature.length) {
      return false;
    }
    for (int place = 0; place < signature.length; place++) {
      if ((prefix[place] & 0xff) != signature[place]) {
        return false;
      }
    }
    return true;
  }

  private boolean hasZeroEveryOtherByte() {
    int[] zeros = new int[2];
    for (int place = 0; place < seen; place++) {
      if (prefix[place] == 0) {
        zeros[place % 2]++;
      }
    }
    return Math.abs(zeros[0] - zeros[1]) > seen / 10;
  }

  private boolean hasManyControls() {
    int controls = 0;
    for (int place = 0; place < seen; place++) {
      byte character = prefix[place];
      if (character >= 0
          && character < ' '
          && character != '\t'
          && character != '\n'
          && character != '\r') {
        controls++;
      }
    }
    return controls > Math.max(2, seen / 50);
  }

  private boolean isMarkup() {
    int start = begins(0xef, 0xbb, 0xbf) ? 3 : 0;
    String beginning =
        new String(prefix, start, Math.min(seen - start, 512), StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return beginning.matches(
            "(?s)<(!doctype|!--|\\?xml|html|head|body|meta|table|div|script|style)\\b.*")
        || beginning.startsWith("<!--");
  }
}
