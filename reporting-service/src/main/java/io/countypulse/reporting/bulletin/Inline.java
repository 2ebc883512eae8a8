package io.countypulse.reporting.bulletin;

import org.jspecify.annotations.Nullable;

/** A piece of a sentence or a cell: words, or a number that knows its figure. */
record Inline(String text, @Nullable Source source) {

  /** The figure a number was taken from. */
  record Source(String indicator, String county, @Nullable String period) {
    static Source of(FigureRow row) {
      return new Source(row.indicator(), row.county(), row.period());
    }
  }

  static Inline words(String text) {
    return new Inline(text, null);
  }

  static Inline number(String text, FigureRow row) {
    return new Inline(text, Source.of(row));
  }
}
