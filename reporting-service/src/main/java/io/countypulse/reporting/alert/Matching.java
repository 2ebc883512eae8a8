package io.countypulse.reporting.alert;

import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Evaluation.Subject;
import io.countypulse.reporting.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the recorded alert that an episode of the history is, so that what people did with it stays
 * with it though late records move its days: the one that opened on the same day, else the first
 * that was open at the same time. What the history no longer has is withdrawn.
 */
final class Matching {

  private final Rule rule;
  private final LocalDate from;
  private final List<RecordedAlert> left;
  private final List<Change> changes = new ArrayList<>();

  private Matching(Rule rule, LocalDate from, List<RecordedAlert> recorded) {
    this.rule = rule;
    this.from = from;
    left = new ArrayList<>(recorded);
  }

  /**
   * What has to be recorded of one rule and subject.
   *
   * @param from the first day the history was looked at; what closed before it is left alone
   */
  static List<Change> changes(
      Rule rule,
      Subject subject,
      LocalDate from,
      List<RecordedAlert> recorded,
      List<Episode> episodes) {
    Matching matching = new Matching(rule, from, recorded);
    matching.left.removeIf(matching::isPast);
    episodes.forEach(episode -> matching.match(subject, episode));
    matching.left.forEach(matching::withdraw);
    return matching.changes;
  }

  private boolean isPast(RecordedAlert alert) {
    LocalDate closed = alert.episode().closed();
    return closed != null && closed.isBefore(from);
  }

  private void match(Subject subject, Episode episode) {
    Optional<RecordedAlert> found =
        first(each -> each.opened().equals(episode.opened()))
            .or(
                () ->
                    first(
                        each ->
                            !each.withdrawn()
                                && episode.overlaps(each.opened(), each.episode().closed())));
    if (found.isEmpty()) {
      changes.add(new Change.Opened(RecordedAlert.of(rule, subject, episode)));
      return;
    }
    RecordedAlert before = found.get();
    left.remove(before);
    RecordedAlert after = before.now(rule, continued(before, episode));
    if (!after.equals(before)) {
      changes.add(new Change.Moved(before, after));
    }
  }

  private Optional<RecordedAlert> first(Predicate<RecordedAlert> wanted) {
    return left.stream().filter(wanted).findFirst();
  }

  /** What began last year goes on under its own opening. */
  private Episode continued(RecordedAlert before, Episode episode) {
    if (!before.opened().isBefore(from)) {
      return episode;
    }
    Stream<Episode.Step> earlier =
        before.episode().steps().stream().filter(step -> step.day().isBefore(from));
    return new Episode(
        Stream.concat(earlier, episode.steps().stream()).toList(),
        episode.clearSince(),
        episode.closed(),
        before.episode().first(),
        episode.latest());
  }

  /** An alert of last year that does not go on closes with the year. */
  private void withdraw(RecordedAlert alert) {
    if (alert.withdrawn()) {
      return;
    }
    if (alert.opened().isBefore(from)) {
      Episode open = alert.episode();
      Episode closed = new Episode(open.steps(), from, from, open.first(), open.latest());
      changes.add(new Change.Moved(alert, alert.now(rule, closed)));
    } else {
      changes.add(new Change.Moved(alert, alert.taken()));
    }
  }
}
