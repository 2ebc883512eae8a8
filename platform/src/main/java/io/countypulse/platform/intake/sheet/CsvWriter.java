package io.countypulse.platform.intake.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV after RFC 4180, in UTF-8 with a byte order mark. */
final class CsvWriter implements RowWriter {

  private final Writer writer;

  CsvWriter(OutputStream output) throws IOException {
    writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    writer.write('\ufeff');
  }

  @Override
  public void header(List<String> names) throws IOException {
    row(names);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int place = 0; place < cells.size(); place++) {
      if (place > 0) {
        writer.write(',');
      }
      writer.write(quoted(cells.get(place)));
    }
    writer.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
