package io.countypulse.platform.intake;

/** What became of a file's rows; every one is in exactly one of the four. */
record RowCounts(int total, int applied, int unchanged, int skipped, int rejected) {

  static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

  RowCounts {
    if (total != applied + unchanged + skipped + rejected) {
      throw new IllegalStateException(
          "rows unaccounted for: %d of which %d applied, %d unchanged, %d skipped, %d rejected"
              .formatted(total, applied, unchanged, skipped, rejected));
    }
  }

  /** The same file again: what was applied then is unchanged now. */
  RowCounts again() {
    return new RowCounts(total, 0, applied + unchanged, skipped, rejected);
  }
}
