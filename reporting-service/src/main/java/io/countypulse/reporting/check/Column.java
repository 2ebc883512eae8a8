package io.countypulse.reporting.check;

import java.util.Set;

/**
 * A column of a table that was read.
 *
 * @param index in the printed table
 * @param earlier whether it speaks of an earlier day than the table
 */
record Column(int index, String heading, Kind kind, Set<Word> words, boolean earlier) {

  /** How its numbers are treated. */
  enum Kind {
    AMOUNT,
    PERCENT,
    CHANGE,
    RANK,
    /** Labels, words, running numbers. */
    OTHER
  }

  Column {
    words = Set.copyOf(words);
  }

  boolean says(Word word) {
    return words.contains(word);
  }

  /** An amount of the table's own day. */
  boolean isCurrentAmount() {
    return kind == Kind.AMOUNT && !earlier;
  }
}
