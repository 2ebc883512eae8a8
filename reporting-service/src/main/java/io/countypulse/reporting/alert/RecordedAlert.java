package io.countypulse.reporting.alert;

import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Evaluation.Subject;
import io.countypulse.reporting.rule.Rule;
import io.countypulse.reporting.rule.Severity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is recorded.
 *
 * @param id null before it is recorded
 * @param highest the highest severity that was told of
 * @param withdrawn by what is known today it never was
 */
record RecordedAlert(
    @Nullable Long id,
    String rule,
    int ruleVersion,
    Subject subject,
    Episode episode,
    Severity highest,
    boolean withdrawn) {

  static RecordedAlert of(Rule rule, Subject subject, Episode episode) {
    return new RecordedAlert(
        null, rule.code(), rule.version(), subject, episode, highest(episode), false);
  }

  /** The same alert as the history has it now. */
  RecordedAlert now(Rule version, Episode as) {
    Severity top = highest(as).compareTo(highest) > 0 ? highest(as) : highest;
    return new RecordedAlert(id, rule, version.version(), subject, as, top, false);
  }

  RecordedAlert taken() {
    return new RecordedAlert(id, rule, ruleVersion, subject, episode, highest, true);
  }

  boolean isOpen() {
    return !withdrawn && episode.isOpen();
  }

  LocalDate opened() {
    return episode.opened();
  }

  private static Severity highest(Episode episode) {
    return episode.steps().stream()
        .map(Episode.Step::severity)
        .reduce(Severity.NOTICE, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }
}
