package io.countypulse.city.files;

import java.io.Closeable;
import java.io.IOException;

/** A table being written, cell after cell; every row has as many cells as the header. */
public interface Rows extends Closeable {

  /** The next cell of the row; blank where there is nothing to say. */
  Rows cell(String text) throws IOException;

  /** A cell that a spreadsheet shows as a number. */
  Rows number(String text) throws IOException;

  void end() throws IOException;

  /** Rows ended so far, without the header. */
  long written();

  /** Swallows what it is given. */
  static Rows nowhere() {
    return new NoRows();
  }

  /** A row of texts. */
  default void row(Iterable<String> texts) throws IOException {
    for (String text : texts) {
      cell(text);
    }
    end();
  }
}
