package io.countypulse.reporting.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bulletin as its readers and writers see it. */
record BulletinView(
    UUID id,
    LocalDate asOf,
    @Nullable UUID corrects,
    Bulletin.State state,
    long version,
    BulletinText text,
    String draftedBy,
    Instant draftedAt,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable String issuedBy,
    @Nullable LocalDate issuedOn,
    @Nullable String number,
    @Nullable String seal,
    List<RestatedView> restated) {

  /** A figure that late data have changed: as published, and as it is now. */
  record RestatedView(
      String county,
      String name,
      String indicator,
      String title,
      String published,
      String restated) {
    static RestatedView of(FigureSet.Restated each) {
      FigureRow now = each.restated();
      return new RestatedView(
          now.county(),
          now.name(),
          now.indicator(),
          Names.of(now.indicator()),
          Numbers.plain(each.published()),
          Numbers.plain(now));
    }
  }

  static BulletinView of(Bulletin bulletin, List<FigureSet.Restated> restated) {
    Bulletin.Step reviewed = bulletin.reviewed();
    Bulletin.Issue issue = bulletin.issue();
    return new BulletinView(
        bulletin.id(),
        bulletin.asOf(),
        bulletin.corrects(),
        bulletin.state(),
        bulletin.version(),
        bulletin.text(),
        bulletin.drafted().by(),
        bulletin.drafted().at(),
        reviewed == null ? null : reviewed.by(),
        reviewed == null ? null : reviewed.at(),
        issue == null ? null : issue.step().by(),
        issue == null ? null : issue.on(),
        issue == null ? null : bulletin.text().serial() + issue.mark(),
        issue == null ? null : issue.seal(),
        restated.stream().map(RestatedView::of).toList());
  }
}
