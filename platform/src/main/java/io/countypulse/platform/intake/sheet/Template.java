package io.countypulse.platform.intake.sheet;

import java.io.IOException;
import java.io.OutputStream;

/** An empty .xlsx of a layout to be filled in, every cell formatted as text. */
public final class Template {

  private static final int ROWS = 500;

  private Template() {}

  public static void write(Layout layout, String title, OutputStream output) throws IOException {
    try (var writer = new WorkbookWriter(output, title)) {
      writer.header(layout.columns().stream().map(Column::header).toList());
      writer.prepare(ROWS, layout.columns().size());
    }
  }
}
