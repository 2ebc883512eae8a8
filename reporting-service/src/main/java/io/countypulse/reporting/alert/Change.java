package io.countypulse.reporting.alert;

/** What has to be recorded of one alert. */
sealed interface Change {

  /** The alert as it is to stand. */
  RecordedAlert after();

  /** It was not recorded yet. */
  record Opened(RecordedAlert after) implements Change {}

  /** It stands otherwise than recorded. */
  record Moved(RecordedAlert before, RecordedAlert after) implements Change {}
}
