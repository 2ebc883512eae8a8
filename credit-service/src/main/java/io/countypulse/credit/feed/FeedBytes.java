package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.intake.sheet.FormatDetector;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks what a bank sent and says what it is, by content alone. */
final class FeedBytes {

  /** A feed unpacks to at most so many bytes: five million rows. */
  static final long MOST_UNPACKED = 1L << 30;

  private static final int BUFFER = 1 << 16;

  private FeedBytes() {}

  /**
   * The text of a feed, unpacked where it is gzip.
   *
   * @throws RefusedFeed when it breaks off or unpacks too far; out of any read as well
   */
  static InputStream unpacked(InputStream sent) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(sent, 2);
    byte[] magic = peeked.readNBytes(2);
    peeked.unread(magic);
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    try {
      return new Bounded(gzip ? new GZIPInputStream(peeked, BUFFER) : peeked);
    } catch (EOFException | ZipException damaged) {
      throw truncated();
    }
  }

  /**
   * What the text is; reads it to its end.
   *
   * @throws RefusedFeed when it is nothing a feed can be
   */
  static FileFormat format(InputStream text) throws IOException {
    FormatDetector detector = new FormatDetector();
    byte[] buffer = new byte[BUFFER];
    for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
      detector.update(buffer, 0, read);
    }
    return checked(detector.format());
  }

  static FileFormat checked(FileFormat format) throws RefusedFeed {
    if (format.charset().isPresent()) {
      return format;
    }
    throw new RefusedFeed(
        Refusal.of(
            "FEED_FORMAT_UNKNOWN",
            "",
            "不是文本文件（识别为 " + format + "）。请发送 CSV 或 JSON Lines，UTF-8 或 GB18030 编码，可用 gzip 压缩",
            "Not a text file ("
                + format
                + "): send CSV or JSON Lines in UTF-8 or GB18030, gzipped or not",
            ""));
  }

  private static RefusedFeed truncated() {
    return new RefusedFeed(breaksOff());
  }

  /** The bytes end before the feed does. */
  static Refusal breaksOff() {
    return Refusal.of(
        "FEED_TRUNCATED",
        "",
        "文件不完整或压缩包已损坏，请重新生成后整份发送",
        "The feed breaks off or its compression is damaged: send it whole again",
        "");
  }

  /** Turns what goes wrong while unpacking into a refusal. */
  private static final class Bounded extends FilterInputStream {

    private long read;

    Bounded(InputStream input) {
      super(input);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int more = super.read(target, offset, length);
        read += Math.max(more, 0);
        if (read > MOST_UNPACKED) {
          throw new RefusedFeed(
              Refusal.of(
                  "FEED_TOO_LARGE",
                  "",
                  "解压后超过 " + (MOST_UNPACKED >> 20) + " MiB，请分行社报送",
                  "Unpacked it exceeds " + (MOST_UNPACKED >> 20) + " MiB",
                  ""));
        }
        return more;
      } catch (EOFException | ZipException damaged) {
        throw truncated();
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
