package io.countypulse.reporting.reconcile;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the figures here are those of their owners' records, and since when that is known. */
@RestController
@RequestMapping("/api/reporting/proof")
class ProofController {

  private final Proofs proofs;
  private final Snapshots snapshots;
  private final Units units;
  private final Clock clock;

  ProofController(Proofs proofs, Snapshots snapshots, Units units, Clock clock) {
    this.proofs = proofs;
    this.snapshots = snapshots;
    this.units = units;
    this.clock = clock;
  }

  /** How the ledgers stand. */
  enum State {
    /** Every ledger said the same when it was compared last. */
    AGREES,
    /** At least one does not. */
    DIFFERS,
    /** Nothing has been compared yet. */
    UNKNOWN
  }

  /**
   * The whole.
   *
   * @param provedAt the earliest of the ledgers' last proofs; null while one was never proved
   * @param differences those of the caller's counties
   */
  record Proof(
      State state,
      @Nullable Instant provedAt,
      @Nullable Long ageSeconds,
      List<Proofs.Check> ledgers,
      List<Shown> differences) {}

  /** A difference with the unit's name; {@code *} as indicator stands for sums of other days. */
  record Shown(
      String ledger,
      String county,
      String name,
      String indicator,
      LocalDate asOf,
      String shown,
      String owned) {}

  @GetMapping
  Proof proof(CountyScope scope) {
    List<Proofs.Check> checks = proofs.newest();
    Instant proved = proved(checks);
    return new Proof(
        state(checks),
        proved,
        proved == null ? null : Math.max(0, Duration.between(proved, clock.instant()).toSeconds()),
        checks,
        proofs.standing(scope).stream().map(this::shown).toList());
  }

  /**
   * One number for all sums of all days: the same from any state that follows from the same events.
   */
  record Digest(long frame, String digest) {}

  @GetMapping("/digest")
  Digest digest() {
    Snapshot snapshot = snapshots.current();
    return new Digest(snapshot.frame(), snapshot.digest());
  }

  private static State state(List<Proofs.Check> checks) {
    if (checks.isEmpty()) {
      return State.UNKNOWN;
    }
    return checks.stream().allMatch(Proofs.Check::agrees) ? State.AGREES : State.DIFFERS;
  }

  private static @Nullable Instant proved(List<Proofs.Check> checks) {
    return checks.stream().anyMatch(each -> each.provedAt() == null)
        ? null
        : checks.stream()
            .filter(each -> !each.ledger().equals(Reconciler.LOG))
            .map(Proofs.Check::provedAt)
            .map(Objects::requireNonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private Shown shown(Difference each) {
    return new Shown(
        each.ledger(),
        each.county(),
        units.find(new UnitCode(each.county())).map(Unit::name).orElse(each.county()),
        each.indicator(),
        each.asOf(),
        each.shown(),
        each.owned());
  }
}
