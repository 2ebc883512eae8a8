package io.countypulse.reporting.reconcile;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.reporting.figure.Figure;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.figure.State;
import io.countypulse.reporting.topology.Recount;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Compares every figure here with what its owner computes from its own records, again and again
 * while nothing moves, and now and then with all events of the log counted once more (decision
 * 0034). It only reads, and asks one service after another.
 */
final class Reconciler implements SmartLifecycle {

  /** The ledger of the events themselves. */
  static final String LOG = "log";

  private static final Logger LOGGER = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration CATCH_UP = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final int ROUNDS_TO_A_PAST_DAY = 10;
  private static final int PAST_DAYS = 1_000;
  private static final int STRIDE = 97;
  private static final long TICK_MILLIS = 1_000;

  private final OwnFigures own;
  private final Recount recount;
  private final Snapshots snapshots;
  private final Figures figures;
  private final Proofs proofs;
  private final BusinessDate businessDate;
  private final Clock clock;
  private final ReconcileSettings settings;
  private volatile boolean running;
  private volatile @Nullable Thread thread;
  private @Nullable Instant counted;
  private long countedFrame = -1;
  private boolean witnessWanted;

  Reconciler(
      OwnFigures own,
      Recount recount,
      Snapshots snapshots,
      Figures figures,
      Proofs proofs,
      BusinessDate businessDate,
      Clock clock,
      ReconcileSettings settings) {
    this.own = own;
    this.recount = recount;
    this.snapshots = snapshots;
    this.figures = figures;
    this.proofs = proofs;
    this.businessDate = businessDate;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public void start() {
    if (own.departments().isEmpty()) {
      return;
    }
    running = true;
    thread = Thread.ofPlatform().name("reconciler").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread comparing = thread;
    if (comparing != null) {
      comparing.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    try {
      for (int round = 0; running; round++) {
        Instant begun = clock.instant();
        awaitQuiet();
        attempt(round);
        Thread.sleep(remaining(begun, settings.every()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(int round) throws InterruptedException {
    try {
      compareAll(round);
    } catch (RuntimeException failure) {
      if (running) {
        LOGGER.warn("figures cannot be compared now", failure);
      }
    }
  }

  private void compareAll(int round) throws InterruptedException {
    LocalDate today = businessDate.today();
    for (String department : own.departments()) {
      compare(department, today);
      for (LocalDate differing : differing(department, today)) {
        compare(department, differing);
      }
    }
    if (round % ROUNDS_TO_A_PAST_DAY == ROUNDS_TO_A_PAST_DAY - 1) {
      LocalDate past = today.minusDays(1 + Math.floorMod((long) round * STRIDE, PAST_DAYS));
      for (String department : own.departments()) {
        compare(department, past);
      }
    }
    count(today);
  }

  /** Past days on which a department did not agree: looked at until it does. */
  private Set<LocalDate> differing(String department, LocalDate today) {
    return proofs.standing(CountyScope.city()).stream()
        .filter(each -> each.ledger().equals(department) && !each.asOf().equals(today))
        .map(Difference::asOf)
        .collect(Collectors.toSet());
  }

  /** Figures in movement prove nothing, and whoever moves them needs the machine. */
  private void awaitQuiet() throws InterruptedException {
    Instant begun = clock.instant();
    Instant since = begun;
    Snapshot seen = snapshots.current();
    while (clock.instant().isBefore(since.plus(settings.quiet()))
        && clock.instant().isBefore(begun.plus(LONGEST_WAIT))) {
      Snapshot next = snapshots.next(seen, TICK_MILLIS);
      since = next.frame() == seen.frame() ? since : clock.instant();
      seen = next;
    }
  }

  /**
   * The owner is asked, then everything it had committed by its answer is waited for. A figure
   * agrees if it was the same here before the question or is now; if figures moved meanwhile, one
   * that does not is no finding yet.
   */
  private void compare(String department, LocalDate asOf) throws InterruptedException {
    Snapshot before = snapshots.current();
    Map<FigureName, String> owned;
    try {
      owned = own.of(department, asOf);
    } catch (IOException unreachable) {
      LOGGER.debug("{} cannot be asked now: {}", department, unreachable.toString());
      return;
    }
    Snapshot after = through(department, clock.instant());
    if (after == null) {
      return;
    }
    Set<Indicator> indicators = indicators(department);
    List<Difference> then =
        Difference.between(department, asOf, shown(before, asOf, indicators), owned);
    List<Difference> now =
        Difference.between(department, asOf, shown(after, asOf, indicators), owned).stream()
            .filter(each -> then.stream().anyMatch(each::isOfSameFigure))
            .toList();
    if (now.isEmpty() || before.frame() == after.frame()) {
      record(department, asOf, after.frame(), owned.size(), now);
    }
  }

  /** The first snapshot with everything a department had committed by then; null: it is late. */
  private @Nullable Snapshot through(String department, Instant then) throws InterruptedException {
    Instant patience = clock.instant().plus(CATCH_UP);
    Snapshot seen = snapshots.current();
    while (clock.instant().isBefore(patience)) {
      Instant reached = seen.freshness().recordedThrough(department);
      if (reached != null && !reached.isBefore(then)) {
        return seen;
      }
      seen = snapshots.next(seen, TICK_MILLIS);
    }
    return null;
  }

  /** Counts the log anew where figures moved since, or where a witness is wanted. */
  private void count(LocalDate today) throws InterruptedException {
    Snapshot before = snapshots.current();
    boolean due = counted == null || !clock.instant().isBefore(counted.plus(settings.recount()));
    if (!witnessWanted && (!due || before.frame() == countedFrame)) {
      return;
    }
    Snapshot log = Snapshot.of(recount.cells());
    Snapshot after = snapshots.current();
    if (before.frame() != after.frame()) {
      return;
    }
    counted = clock.instant();
    countedFrame = after.frame();
    witnessWanted = false;
    Set<Indicator> all = EnumSet.allOf(Indicator.class);
    Map<FigureName, String> told = shown(log, today, all);
    List<Difference> differences = Difference.between(LOG, today, shown(after, today, all), told);
    if (differences.isEmpty() && !log.digest().equals(after.digest())) {
      differences = List.of(Difference.ofOtherDays(LOG, today, after.digest(), log.digest()));
    }
    record(LOG, today, after.frame(), told.size(), differences);
  }

  private void record(
      String ledger, LocalDate asOf, long frame, int count, List<Difference> differences) {
    proofs.record(businessDate.today(), ledger, asOf, frame, count, differences);
    if (!differences.isEmpty()) {
      LOGGER.warn(
          "{} figures as of {} are not what {} has, the first of them {}",
          differences.size(),
          asOf,
          ledger,
          differences.getFirst());
      witnessWanted |= !ledger.equals(LOG) && countedFrame != frame;
    }
  }

  private Map<FigureName, String> shown(
      Snapshot snapshot, LocalDate asOf, Set<Indicator> indicators) {
    FigureQuery query = new FigureQuery(asOf, null, CountyScope.city(), indicators);
    Map<FigureName, String> shown = new HashMap<>();
    for (Figure each : figures.of(snapshot, query)) {
      BigDecimal value = each.value();
      shown.put(
          new FigureName(each.unit().code().value(), each.indicator().code()),
          each.state() == State.VALUE && value != null
              ? OwnFigures.text(value)
              : each.state().name());
    }
    return shown;
  }

  /** Those a department owns; all that are neither of work nor of credit are subsidies'. */
  static Set<Indicator> indicators(String department) {
    return EnumSet.allOf(Indicator.class).stream()
        .filter(each -> department.equals(owner(each)))
        .collect(Collectors.toSet());
  }

  private static String owner(Indicator indicator) {
    String programme = indicator.code().substring(0, indicator.code().indexOf('.'));
    return switch (programme) {
      case "employment", "credit" -> programme;
      default -> "subsidy";
    };
  }

  private Duration remaining(Instant begun, Duration whole) {
    Duration left = whole.minus(Duration.between(begun, clock.instant()));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
