package io.countypulse.reporting.rule;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.time.BusinessDays;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.feed.BankFeeds;
import io.countypulse.reporting.feed.FeedReader;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.reconcile.Proofs;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Evaluations of the figures as they stand. */
@Component
public class Evaluations {

  private final Snapshots snapshots;
  private final FeedReader feeds;
  private final Proofs proofs;
  private final Units units;
  private final BusinessDate businessDate;
  private final BusinessDays businessDays;

  Evaluations(
      Snapshots snapshots,
      FeedReader feeds,
      Proofs proofs,
      Units units,
      BusinessDate businessDate,
      BusinessDays businessDays) {
    this.snapshots = snapshots;
    this.feeds = feeds;
    this.proofs = proofs;
    this.units = units;
    this.businessDate = businessDate;
    this.businessDays = businessDays;
  }

  /** The day up to which rules are evaluated. */
  public LocalDate today() {
    return businessDate.today();
  }

  /** Of the newest figures, as of the business date. */
  public Evaluation now() {
    return of(snapshots.current());
  }

  /** Of these figures, as of the business date. */
  public Evaluation of(Snapshot snapshot) {
    return new Evaluation(
        businessDate.today(),
        businessDays,
        units.city().code(),
        snapshot.histories(units),
        feeds.feeds().orElse(BankFeeds.NONE),
        proofs.ledgers());
  }
}
