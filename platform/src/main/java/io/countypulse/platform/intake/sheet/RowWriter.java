package io.countypulse.platform.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a table row by row, keeping none. */
interface RowWriter extends Closeable {

  void header(List<String> names) throws IOException;

  void row(List<String> cells) throws IOException;
}
