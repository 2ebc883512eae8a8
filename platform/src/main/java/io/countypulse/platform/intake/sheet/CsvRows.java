package io.countypulse.platform.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Records of a CSV file (RFC 4180, with any of {@code , ; tab} between fields and any line break),
 * split as bytes: neither in UTF-8 nor in GB18030 is a byte of these signs ever part of another
 * character. A record whose quotes do not fit is one bad line, and reading goes on at the next
 * physical line, which is why no ready-made parser is used.
 */
final class CsvRows implements RowSource {

  private static final int FIRST_BUFFER = 1 << 16;
  private static final int LONGEST_RECORD = 1 << 20;
  private static final int LONGEST_QUOTED_FIELD = 1 << 15;
  private static final int MOST_BREAKS_IN_A_FIELD = 200;

  private static final int UNKNOWN_YET = -1;
  private static final int NONE = -2;

  private enum Scan {
    RECORD,
    MORE_NEEDED,
    QUOTES_BROKEN,
    END
  }

  private final InputStream input;
  private final Charset charset;
  private final byte delimiter;
  private final boolean[] special = new boolean[256];
  private final int[] starts = new int[RawRow.WIDEST];
  private final int[] ends = new int[RawRow.WIDEST];
  private final boolean[] doubled = new boolean[RawRow.WIDEST];
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int start;
  private int end;
  private boolean exhausted;
  private int line = 1;
  private int fields;
  private int next;
  private int breaks;
  private boolean terminated;

  CsvRows(InputStream input, Charset charset, char delimiter) throws IOException {
    this.input = input;
    this.charset = charset;
    this.delimiter = (byte) delimiter;
    special[delimiter] = true;
    special['\n'] = true;
    special['\r'] = true;
    fill();
    if (charset.equals(StandardCharsets.UTF_8) && beginsWithByteOrderMark()) {
      start = 3;
    }
  }

  @Override
  public boolean next(RawRow row) throws IOException {
    while (true) {
      switch (scan()) {
        case RECORD -> {
          take(row);
          return true;
        }
        case MORE_NEEDED -> {
          if (!fill()) {
            skipOverlongLine(row);
            return true;
          }
        }
        case QUOTES_BROKEN -> {
          if (scanPhysicalLine() == Scan.RECORD) {
            take(row);
            row.spoil(LineFaults.quotesBroken());
            return true;
          }
          if (!fill()) {
            skipOverlongLine(row);
            return true;
          }
        }
        case END -> {
          return false;
        }
      }
    }
  }

  @Override
  public boolean statesEveryCell() {
    return true;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private Scan scan() {
    fields = 0;
    breaks = 0;
    int at = start;
    if (at == end) {
      return exhausted ? Scan.END : Scan.MORE_NEEDED;
    }
    while (true) {
      if (at < end && buffer[at] == '"') {
        int closing = closingQuote(at + 1);
        if (closing < 0) {
          return closing == UNKNOWN_YET && !exhausted ? Scan.MORE_NEEDED : Scan.QUOTES_BROKEN;
        }
        at = closing + 1;
        if (at == end && !exhausted) {
          return Scan.MORE_NEEDED;
        }
        if (at < end && !special[buffer[at] & 0xff]) {
          return Scan.QUOTES_BROKEN;
        }
      } else {
        int from = at;
        while (at < end && !special[buffer[at] & 0xff]) {
          at++;
        }
        if (at == end && !exhausted) {
          return Scan.MORE_NEEDED;
        }
        add(from, at, false);
      }
      if (at == end || buffer[at] != delimiter) {
        return finish(at);
      }
      at++;
    }
  }

  /** The place of the quote that closes the field begun at {@code from}; the field is added. */
  private int closingQuote(int from) {
    boolean twice = false;
    int at = from;
    int limit = from + LONGEST_QUOTED_FIELD;
    int breaksBefore = breaks;
    while (at < end) {
      byte character = buffer[at];
      if (character == '"') {
        if (at + 1 == end && !exhausted) {
          return UNKNOWN_YET;
        }
        if (at + 1 == end || buffer[at + 1] != '"') {
          add(from, at, twice);
          return at;
        }
        twice = true;
        at++;
      } else if (character == '\n'
          || (character == '\r' && !(at + 1 < end && buffer[at + 1] == '\n'))) {
        breaks++;
      }
      at++;
      if (at > limit || breaks - breaksBefore > MOST_BREAKS_IN_A_FIELD) {
        return NONE;
      }
    }
    return UNKNOWN_YET;
  }

  /** The line as it stands, quotes and all, up to its own end. */
  private Scan scanPhysicalLine() {
    fields = 0;
    breaks = 0;
    int from = start;
    for (int at = start; at < end; at++) {
      byte character = buffer[at];
      if (character == delimiter) {
        add(from, at, false);
        from = at + 1;
      } else if (character == '\n' || character == '\r') {
        if (character == '\r' && at + 1 == end && !exhausted) {
          return Scan.MORE_NEEDED;
        }
        add(from, at, false);
        return finish(at);
      }
    }
    if (!exhausted) {
      return Scan.MORE_NEEDED;
    }
    add(from, end, false);
    return finish(end);
  }

  private Scan finish(int at) {
    terminated = at < end;
    next = at;
    if (terminated) {
      if (buffer[at] == '\r' && at + 1 == end && !exhausted) {
        return Scan.MORE_NEEDED;
      }
      boolean two = buffer[at] == '\r' && at + 1 < end && buffer[at + 1] == '\n';
      next = two ? at + 2 : at + 1;
    }
    return Scan.RECORD;
  }

  private void add(int from, int to, boolean twice) {
    if (fields < RawRow.WIDEST) {
      starts[fields] = from;
      ends[fields] = to;
      doubled[fields] = twice;
    }
    fields++;
  }

  private void take(RawRow row) {
    row.begin(line);
    if (fields > RawRow.WIDEST) {
      row.spoil(LineFaults.tooManyFields());
    }
    for (int field = 0; field < Math.min(fields, RawRow.WIDEST); field++) {
      String text = new String(buffer, starts[field], ends[field] - starts[field], charset);
      if (doubled[field]) {
        text = text.replace("\"\"", "\"");
      }
      if (text.indexOf('\ufffd') >= 0 || text.indexOf('\0') >= 0) {
        row.spoil(LineFaults.undecodable());
      }
      row.put(field, text, CellKind.TEXT);
    }
    if (!terminated) {
      row.unterminated();
    }
    line += breaks + 1;
    start = next;
  }

  private void skipOverlongLine(RawRow row) throws IOException {
    row.begin(line);
    row.spoil(LineFaults.overlong());
    while (true) {
      for (int at = start; at < end; at++) {
        if (buffer[at] == '\n') {
          start = at + 1;
          line++;
          return;
        }
      }
      start = end;
      if (!fill() && exhausted) {
        row.unterminated();
        return;
      }
    }
  }

  /**
   * More bytes behind those not yet used; false when the record is too long to be kept or nothing
   * more comes.
   */
  private boolean fill() throws IOException {
    if (exhausted || end - start >= LONGEST_RECORD) {
      return false;
    }
    byte[] target = buffer;
    if (end - start > buffer.length / 2) {
      target = new byte[buffer.length * 2];
    }
    System.arraycopy(buffer, start, target, 0, end - start);
    buffer = target;
    end -= start;
    start = 0;
    int read = input.readNBytes(buffer, end, buffer.length - end);
    exhausted = end + read < buffer.length;
    end += read;
    return true;
  }

  private boolean beginsWithByteOrderMark() {
    return end >= 3
        && (buffer[0] & 0xff) == 0xef
        && (buffer[1] & 0xff) == 0xbb
        && (buffer[2] & 0xff) == 0xbf;
  }
}
