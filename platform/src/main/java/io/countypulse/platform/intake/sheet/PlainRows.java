package io.countypulse.platform.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file without a header row: what a machine writes, taken by the place of fields. */
public final class PlainRows implements Closeable {

  private final CsvRows rows;
  private final RawRow row = new RawRow();

  /** Reads from the first byte; a byte order mark is skipped. */
  public PlainRows(InputStream input, Charset charset, char delimiter) throws IOException {
    rows = new CsvRows(input, charset, delimiter);
  }

  /** Goes to the next row that is not blank; false at the end. */
  public boolean next() throws IOException {
    while (rows.next(row)) {
      if (!row.isBlankFrom(0) || row.defect() != null) {
        return true;
      }
    }
    return false;
  }

  /** Line of the file on which the row begins, from 1. */
  public int line() {
    return row.line();
  }

  /** What is wrong with the line as a whole; null when it could be read. */
  public @Nullable Fault defect() {
    return row.defect();
  }

  /** The fields, without spaces and invisible characters at either end. */
  public List<String> fields() {
    List<String> fields = new ArrayList<>(row.count());
    for (int place = 0; place < row.count(); place++) {
      fields.add(Characters.trimmed(row.text(place)));
    }
    return fields;
  }

  /** Whether a line break follows the row; without it the file may have been cut off here. */
  public boolean isTerminated() {
    return row.isTerminated();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
