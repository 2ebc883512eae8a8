package io.countypulse.employment.entry;

/** What a write by hand does; as it stands in history and audit. */
enum Action {
  WORKER_CREATED,
  WORKER_EDITED,
  SPELL_STARTED,
  SPELL_ENDED,
  WORKER_MOVED,
  WORKER_CORRECTED,
  WORKER_RESTORED,
  WORKERS_MERGED,
  HOUSEHOLD_CREATED,
  HOUSEHOLD_EDITED,
  HOUSEHOLD_MOVED,
  HOUSEHOLD_CORRECTED;

  /** Whether the record was not there before. */
  boolean isNewRecord() {
    return this == WORKER_CREATED || this == HOUSEHOLD_CREATED;
  }

  /** Whether it says that what was on record was wrong, and so needs a reason. */
  boolean isCorrection() {
    return switch (this) {
      case WORKER_CORRECTED, WORKER_RESTORED, WORKERS_MERGED, HOUSEHOLD_CORRECTED -> true;
      case WORKER_CREATED,
          WORKER_EDITED,
          SPELL_STARTED,
          SPELL_ENDED,
          WORKER_MOVED,
          HOUSEHOLD_CREATED,
          HOUSEHOLD_EDITED,
          HOUSEHOLD_MOVED ->
          false;
    };
  }
}
