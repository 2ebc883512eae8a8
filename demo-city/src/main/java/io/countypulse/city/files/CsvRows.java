package io.countypulse.city.files;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** CSV of RFC 4180 with line feeds, written through one large buffer. */
final class CsvRows implements Rows {

  private static final int BUFFER = 1 << 16;

  private final Writer out;
  private final StringBuilder row = new StringBuilder(BUFFER + 1024);
  private boolean first = true;
  private long ended;

  CsvRows(Path file, Charset charset) throws IOException {
    out = new OutputStreamWriter(Files.newOutputStream(file), charset);
  }

  @Override
  public Rows cell(String text) {
    if (!first) {
      row.append(',');
    }
    first = false;
    if (needsQuotes(text)) {
      row.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      row.append(text);
    }
    return this;
  }

  @Override
  public Rows number(String text) {
    return cell(text);
  }

  @Override
  public void end() throws IOException {
    row.append('\n');
    first = true;
    ended++;
    if (row.length() >= BUFFER) {
      flush();
    }
  }

  @Override
  public long written() {
    return ended - 1;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.append(row);
    row.setLength(0);
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
