package io.countypulse.platform.intake.sheet;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one table, header and all, in their order. */
interface RowSource extends Closeable {

  /**
   * Fills in the next row; false at the end.
   *
   * @throws RefusedFile when the file cannot be read on
   */
  boolean next(RawRow row) throws IOException;

  /** Whether every row states all its cells, so that one with too few is at fault. */
  boolean statesEveryCell();
}
