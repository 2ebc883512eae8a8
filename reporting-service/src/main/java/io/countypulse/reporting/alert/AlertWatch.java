package io.countypulse.reporting.alert;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.feed.BankFeeds;
import io.countypulse.reporting.feed.FeedReader;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.figure.UnitHistory;
import io.countypulse.reporting.reconcile.Ledgers;
import io.countypulse.reporting.reconcile.Proofs;
import io.countypulse.reporting.rule.Condition;
import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Evaluation;
import io.countypulse.reporting.rule.Evaluation.Subject;
import io.countypulse.reporting.rule.Evaluations;
import io.countypulse.reporting.rule.Rule;
import io.countypulse.reporting.rule.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Evaluates the rules whenever figures, feeds, proofs, rules or the day are others than before, and
 * has recorded what comes of it. A unit whose own figures did not move is not looked at again,
 * unless a rule compares it with the city.
 */
@Component
final class AlertWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
  private static final long WAIT_MILLIS = 1_000;
  private static final long REST_MILLIS = 800;
  private static final long LONGEST_BURST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Snapshots snapshots;
  private final FeedReader feeds;
  private final Proofs proofs;
  private final Evaluations evaluations;
  private final Rules rules;
  private final Recorder recorder;
  private final Timer timer;
  private volatile boolean running;
  private volatile @Nullable Thread thread;
  private @Nullable Inputs recorded;
  private Map<Rule, Map<UnitCode, Known>> known = new HashMap<>();

  AlertWatch(
      Snapshots snapshots,
      FeedReader feeds,
      Proofs proofs,
      Evaluations evaluations,
      Rules rules,
      Recorder recorder,
      MeterRegistry registry) {
    this.snapshots = snapshots;
    this.feeds = feeds;
    this.proofs = proofs;
    this.evaluations = evaluations;
    this.rules = rules;
    this.recorder = recorder;
    timer =
        Timer.builder("pulse.alerts.evaluation")
            .description("One evaluation of all rules, recorded")
            .register(registry);
  }

  /** Whatever an evaluation follows from. */
  private record Inputs(
      long frame, LocalDate today, List<Rule> rules, @Nullable BankFeeds feeds, Ledgers ledgers) {}

  /** What came of one unit's history under a rule. */
  private record Known(LocalDate today, UnitHistory unit, List<Episode> episodes) {}

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("alert-watch").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread watching = thread;
    if (watching != null) {
      watching.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    Snapshot seen = snapshots.current();
    while (running) {
      try {
        seen = rested(seen);
        look(seen);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        if (running) {
          LOG.warn("alerts cannot be recorded now; trying again", failure);
          pause();
        }
      }
    }
  }

  /**
   * The snapshot at which a burst of changes has come to rest: a file on its way would raise alerts
   * that its last row clears, and each look costs time that the figures need.
   */
  private Snapshot rested(Snapshot seen) throws InterruptedException {
    Snapshot before = seen;
    Snapshot now = snapshots.nextFrame(seen, WAIT_MILLIS);
    long began = System.nanoTime();
    while (now.frame() != before.frame() && System.nanoTime() - began < LONGEST_BURST_NANOS) {
      before = now;
      now = snapshots.nextFrame(before, REST_MILLIS);
    }
    return now;
  }

  private void look(Snapshot snapshot) {
    BankFeeds told = feeds.feeds().orElse(null);
    Inputs inputs =
        new Inputs(snapshot.frame(), evaluations.today(), rules.current(), told, proofs.ledgers());
    if (!inputs.equals(recorded)) {
      timer.record(() -> evaluate(snapshot, inputs));
    }
  }

  private void evaluate(Snapshot snapshot, Inputs inputs) {
    Evaluation evaluation = evaluations.of(snapshot);
    Map<Rule, Map<Subject, List<Episode>>> episodes = new LinkedHashMap<>();
    Map<Rule, Map<UnitCode, Known>> next = new HashMap<>();
    for (Rule rule : inputs.rules()) {
      episodes.put(rule, rule.enabled() ? episodes(rule, evaluation, next) : Map.of());
    }
    known = next;
    Recorder.Findings findings =
        new Recorder.Findings(
            evaluation.from(), evaluation.today(), inputs.feeds() != null, episodes);
    if (recorder.record(findings, snapshot.freshness())) {
      recorded = inputs;
    }
  }

  private Map<Subject, List<Episode>> episodes(
      Rule rule, Evaluation evaluation, Map<Rule, Map<UnitCode, Known>> next) {
    if (rule.condition() instanceof Condition.FeedOutstanding
        || rule.condition() instanceof Condition.LedgersDisagree
        || rule.condition() instanceof Condition.AgainstCity) {
      return evaluation.of(rule);
    }
    Map<UnitCode, Known> before = known.getOrDefault(rule, Map.of());
    Map<UnitCode, Known> after = new HashMap<>();
    Map<Subject, List<Episode>> found = new LinkedHashMap<>();
    evaluation
        .units()
        .forEach(
            (code, unit) -> {
              if (!code.equals(evaluation.city()) || rule.condition().concernsCity()) {
                Known as = known(rule, evaluation, unit, before.get(code));
                after.put(code, as);
                if (!as.episodes().isEmpty()) {
                  found.put(new Subject(code, ""), as.episodes());
                }
              }
            });
    next.put(rule, after);
    return found;
  }

  private static Known known(
      Rule rule, Evaluation evaluation, UnitHistory unit, @Nullable Known before) {
    return before != null && before.today().equals(evaluation.today()) && before.unit().sameAs(unit)
        ? before
        : new Known(evaluation.today(), unit, evaluation.ofUnit(rule, unit));
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
