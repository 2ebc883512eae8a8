package io.countypulse.platform.intake;

/**
 * How an import ended, as it is stored.
 *
 * @param flags a JSON object of counts
 * @param changes a JSON array of {@link Applied.Change}
 * @param message Chinese, then English
 */
record ImportResult(RowCounts rows, String flags, String changes, String message) {

  static ImportResult nothing(String message) {
    return new ImportResult(RowCounts.NONE, "{}", "[]", message);
  }
}
