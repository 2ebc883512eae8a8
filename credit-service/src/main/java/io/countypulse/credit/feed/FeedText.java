package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.intake.sheet.FormatDetector;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** The records of a feed out of its bytes. */
final class FeedText {

  private static final int HEAD = 1 << 16;

  private FeedText() {}

  /**
   * The records of a feed whose text is of a known format.
   *
   * @throws RefusedFeed when it cannot be unpacked
   */
  static FeedRecords records(InputStream sent, FileFormat format) throws IOException {
    return FeedRecords.open(FeedBytes.unpacked(sent), format.charset().orElseThrow());
  }

  /**
   * The header, read from the beginning alone.
   *
   * @throws RefusedFeed when there is none
   */
  static FeedHeader header(Supplier<InputStream> sent) throws IOException {
    FormatDetector detector = new FormatDetector();
    try (InputStream text = FeedBytes.unpacked(sent.get())) {
      byte[] head = text.readNBytes(HEAD);
      detector.update(head, 0, head.length);
    }
    FileFormat format = FeedBytes.checked(detector.format());
    try (FeedRecords records = records(sent.get(), format)) {
      return header(records);
    }
  }

  /** The header, which is the next record. */
  static FeedHeader header(FeedRecords records) throws IOException {
    boolean readable = records.next() && records.defect() == null;
    return FeedHeader.read(readable ? records.fields() : java.util.List.of());
  }
}
