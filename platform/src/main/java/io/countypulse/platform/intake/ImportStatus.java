package io.countypulse.platform.intake;

/** Where an import stands; the names are those of the API, {@code RECEIVING} is never shown. */
enum ImportStatus {
  RECEIVING,
  QUEUED,
  RUNNING,
  COMPLETED,
  /** The file as a whole was not taken; nothing was applied. */
  REFUSED,
  /** A fault of ours; nothing was applied. */
  FAILED
}
