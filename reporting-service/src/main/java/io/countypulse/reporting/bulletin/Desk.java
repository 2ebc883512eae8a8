package io.countypulse.reporting.bulletin;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.bulletin.Bulletin.State;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.ranking.Rankings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The work on a bulletin: drafted, reviewed, issued by another person, corrected. */
final class Desk {

  private final Bulletins bulletins;
  private final Files files;
  private final BulletinText shipped;
  private final Snapshots snapshots;
  private final Figures figures;
  private final Rankings rankings;
  private final Units units;
  private final BusinessDate businessDate;
  private final ScopedTransactions transactions;
  private final Audit audit;
  private final Clock clock;

  Desk(
      Bulletins bulletins,
      Files files,
      BulletinText shipped,
      Snapshots snapshots,
      Figures figures,
      Rankings rankings,
      Units units,
      BusinessDate businessDate,
      ScopedTransactions transactions,
      Audit audit,
      Clock clock) {
    this.bulletins = bulletins;
    this.files = files;
    this.shipped = shipped;
    this.snapshots = snapshots;
    this.figures = figures;
    this.rankings = rankings;
    this.units = units;
    this.businessDate = businessDate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of a step. */
  sealed interface Outcome {}

  /** It was taken. */
  record Done(Bulletin bulletin) implements Outcome {}

  /** It does not follow on the bulletin's state. */
  record WrongState(State state) implements Outcome {}

  /** Whoever drafted or reviewed it must not issue it. */
  record OwnWork() implements Outcome {}

  List<Bulletin> all() {
    return transactions.read(CountyScope.city(), bulletins::all);
  }

  Optional<Bulletin> find(UUID id) {
    return transactions.read(CountyScope.city(), () -> bulletins.find(id));
  }

  /** The bulletin of a day, drafted unless it is there. */
  UUID draft(Caller caller, LocalDate asOf) {
    return transactions.write(
        CountyScope.city(),
        () -> {
          UUID id = bulletins.draft(asOf, template(), caller.name());
          record(caller, "BULLETIN_DRAFTED", id);
          return id;
        });
  }

  BulletinText template() {
    return bulletins.template().map(Bulletins.Template::text).orElse(shipped);
  }

  BulletinText readTemplate() {
    return transactions.read(CountyScope.city(), this::template);
  }

  void saveTemplate(Caller caller, BulletinText text) {
    transactions.write(
        CountyScope.city(),
        () -> {
          bulletins.saveTemplate(text, caller.name());
          audit.record(
              new AuditEntry(
                  caller.actor(),
                  "BULLETIN_TEMPLATE_CHANGED",
                  "bulletin-template",
                  null,
                  Map.of()));
          return null;
        });
  }

  Optional<Outcome> write(Caller caller, UUID id, BulletinText text) {
    return step(
        caller,
        id,
        "BULLETIN_WRITTEN",
        bulletin -> {
          if (bulletin.state() != State.DRAFT) {
            return new WrongState(bulletin.state());
          }
          bulletins.write(id, text, caller.name());
          return null;
        });
  }

  /** Fixes the figures: what is reviewed is what is issued. */
  Optional<Outcome> review(Caller caller, UUID id) {
    return step(
        caller,
        id,
        "BULLETIN_REVIEWED",
        bulletin -> {
          if (bulletin.state() != State.DRAFT) {
            return new WrongState(bulletin.state());
          }
          bulletins.review(id, live(bulletin), caller.name());
          return null;
        });
  }

  Optional<Outcome> reopen(Caller caller, UUID id) {
    return step(
        caller,
        id,
        "BULLETIN_REOPENED",
        bulletin -> {
          if (bulletin.state() != State.REVIEWED) {
            return new WrongState(bulletin.state());
          }
          bulletins.reopen(id);
          return null;
        });
  }

  /** Numbers, renders and seals it. */
  Optional<Outcome> issue(Caller caller, UUID id) {
    return step(
        caller,
        id,
        "BULLETIN_ISSUED",
        bulletin -> {
          Material material = bulletin.material();
          if (bulletin.state() != State.REVIEWED || material == null) {
            return new WrongState(bulletin.state());
          }
          if (bulletin.isOwnWorkOf(caller.name())) {
            return new OwnWork();
          }
          LocalDate today = businessDate.today();
          Bulletin.Step by = new Bulletin.Step(caller.name(), clock.instant());
          int number = bulletins.nextNumber(today.getYear());
          Bulletin.Issue unsealed = new Bulletin.Issue(by, today, today.getYear(), number, "");
          Map<Format, byte[]> rendered = files.all(bulletin.text(), material, unsealed);
          Bulletin.Issue issue =
              new Bulletin.Issue(by, today, today.getYear(), number, Seal.of(rendered));
          bulletins.issue(id, issue, rendered);
          return null;
        });
  }

  /** Begins the correction of an issued bulletin, or finds the one begun. */
  Optional<Outcome> correct(Caller caller, UUID id) {
    return transactions.write(
        CountyScope.city(),
        () ->
            bulletins
                .lock(id)
                .map(
                    bulletin -> {
                      if (bulletin.state() != State.ISSUED) {
                        return new WrongState(bulletin.state());
                      }
                      UUID correction = bulletins.correct(bulletin, caller.name());
                      record(caller, "BULLETIN_CORRECTION_DRAFTED", correction);
                      return new Done(bulletins.find(correction).orElseThrow());
                    }));
  }

  /** A file: as issued, else as it would be now. */
  byte[] file(Bulletin bulletin, Format format) {
    return bulletin.state() == State.ISSUED
        ? transactions.read(CountyScope.city(), () -> bulletins.file(bulletin.id(), format))
        : files.write(format, bulletin.text(), materialOf(bulletin), null);
  }

  /** The page with another text, as an editor sees it before saving. */
  byte[] preview(Bulletin bulletin, BulletinText text) {
    return files.write(Format.HTML, text, materialOf(bulletin), null);
  }

  /** What late data have changed since the figures were fixed. */
  List<FigureSet.Restated> restated(Bulletin bulletin) {
    Material material = bulletin.material();
    return material == null
        ? List.of()
        : material.figures().restated(figuresAsOf(snapshots.current(), bulletin.asOf()));
  }

  private Material materialOf(Bulletin bulletin) {
    Material fixed = bulletin.material();
    return fixed == null ? transactions.read(CountyScope.city(), () -> live(bulletin)) : fixed;
  }

  private Material live(Bulletin bulletin) {
    Snapshot snapshot = snapshots.current();
    return new Material(
        units.city().name(),
        figuresAsOf(snapshot, bulletin.asOf()),
        Ranked.all(rankings.of(snapshot, bulletin.asOf())),
        bulletins.lastIssuedBefore(bulletin.asOf()).map(Desk::earlier).orElse(null),
        Optional.ofNullable(bulletin.corrects())
            .flatMap(bulletins::find)
            .map(Desk::earlier)
            .orElse(null));
  }

  private FigureSet figuresAsOf(Snapshot snapshot, LocalDate asOf) {
    FigureQuery query =
        new FigureQuery(asOf, null, CountyScope.city(), EnumSet.allOf(Indicator.class));
    return new FigureSet(
        asOf,
        units.city().code().value(),
        figures.of(snapshot, query).stream().map(FigureRow::of).toList());
  }

  private static Material.Earlier earlier(Bulletin issued) {
    Bulletin.Issue issue = Objects.requireNonNull(issued.issue());
    Material material = Objects.requireNonNull(issued.material());
    String serial = issued.text().serial();
    return new Material.Earlier(serial + issue.mark(), issued.asOf(), material.figures());
  }

  /** What a step does; null where it was taken. */
  private interface Work {
    @Nullable Outcome on(Bulletin bulletin);
  }

  private Optional<Outcome> step(Caller caller, UUID id, String action, Work work) {
    return transactions.write(
        CountyScope.city(),
        () ->
            bulletins
                .lock(id)
                .map(
                    bulletin -> {
                      Outcome refusal = work.on(bulletin);
                      if (refusal != null) {
                        return refusal;
                      }
                      record(caller, action, id);
                      return new Done(bulletins.find(id).orElseThrow());
                    }));
  }

  private void record(Caller caller, String action, UUID id) {
    audit.record(new AuditEntry(caller.actor(), action, "bulletin:" + id, null, Map.of()));
  }
}
