package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.PlainRows;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a feed, CSV or JSON Lines alike: the mark and the fields, in order. */
interface FeedRecords extends Closeable {

  /** Goes to the next record; false at the end. */
  boolean next() throws IOException;

  /** Line of the feed, from 1. */
  int line();

  /** What is wrong with the line as a whole; null when it could be read. */
  @Nullable Fault defect();

  /** The fields of a record without defect. */
  List<String> fields();

  /** Whether a line break follows; without it the feed may break off here. */
  boolean isTerminated();

  /** Opens unpacked text; JSON Lines begin with a brace or bracket. */
  static FeedRecords open(InputStream text, Charset charset) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(text, 1 << 16);
    return isJson(buffered)
        ? new JsonRecords(buffered, charset)
        : new CsvRecords(buffered, charset);
  }

  private static boolean isJson(BufferedInputStream text) throws IOException {
    text.mark(64);
    int first = text.read();
    while (first == 0xef || first == 0xbb || first == 0xbf || first == ' ' || first == '\n') {
      first = text.read();
    }
    text.reset();
    return first == '{' || first == '[';
  }

  /** Comma-separated records (RFC 4180). */
  final class CsvRecords implements FeedRecords {

    private final PlainRows rows;

    CsvRecords(InputStream text, Charset charset) throws IOException {
      rows = new PlainRows(text, charset, ',');
    }

    @Override
    public boolean next() throws IOException {
      return rows.next();
    }

    @Override
    public int line() {
      return rows.line();
    }

    @Override
    public @Nullable Fault defect() {
      return rows.defect();
    }

    @Override
    public List<String> fields() {
      return rows.fields();
    }

    @Override
    public boolean isTerminated() {
      return rows.isTerminated();
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
