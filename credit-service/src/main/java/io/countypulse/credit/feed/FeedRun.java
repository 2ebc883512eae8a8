package io.countypulse.credit.feed;

import io.countypulse.credit.feed.FeedResult.Rows;
import io.countypulse.credit.feed.FeedStore.Queued;
import io.countypulse.credit.loan.LoanUpdate;
import io.countypulse.platform.intake.sheet.FileFormat;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One feed, from its stored bytes to the loans, in the running transaction: first whether it may
 * come in at all, then row by row, then against what is known (DOMAIN.md § 5).
 */
final class FeedRun {

  private static final int MANY = 1000;

  private final Queued feed;
  private final LocalDate today;
  private final FeedStore store;
  private final FeedOrigin origin;
  private final Staging staging;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  FeedRun(
      Queued feed,
      LocalDate today,
      FeedStore store,
      FeedOrigin origin,
      Staging staging,
      JdbcClient jdbc,
      @Nullable String traceparent) {
    this.feed = feed;
    this.today = today;
    this.store = store;
    this.origin = origin;
    this.staging = staging;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  /**
   * Applies the feed or says why not; after a {@link FeedResult.Refused} the caller rolls back.
   *
   * @throws IOException when its bytes cannot be read, which is an outage
   */
  FeedResult run() throws IOException {
    @Nullable FeedHeader header = null;
    try {
      header = FeedText.header(() -> store.bytes(feed.id()));
      if (feed.decision() == Decision.DECLINED) {
        throw new RefusedFeed(Decision.declined(feed.decisionNote()));
      }
      FileFormat format = origin.verify(header, today);
      Optional<FeedResult.Unchanged> same = same(header, "sha256", feed.sha256());
      return same.isPresent() ? same.get() : checked(header, format);
    } catch (RefusedFeed refused) {
      return new FeedResult.Refused(header, refused.rows(), refused.refusals());
    }
  }

  private FeedResult checked(FeedHeader header, FileFormat format) throws IOException {
    Content content = staging.stage(feed, header, format, today);
    List<Refusal> refusals = new ArrayList<>();
    content.compareWithHeader(refusals);
    if (!refusals.isEmpty()) {
      throw new RefusedFeed(refusals, content.rows());
    }
    String fingerprint = content.fingerprint();
    Optional<FeedResult.Unchanged> same = same(header, "fingerprint", fingerprint);
    return same.isPresent() ? same.get() : applied(header, content, fingerprint);
  }

  /** The receipt of the same content, if there is one. */
  private Optional<FeedResult.Unchanged> same(FeedHeader header, String by, String value) {
    return jdbc.sql(
            """
            select id, fingerprint, total, applied + unchanged as sound, refused from feed
            where status = 'ACCEPTED' and bank = ? and %s = ? order by id limit 1
            """
                .formatted(by))
        .param(header.bank())
        .param(value)
        .query(
            (row, _) ->
                new FeedResult.Unchanged(
                    header,
                    row.getString("fingerprint"),
                    new Rows(row.getInt("total"), 0, row.getInt("sound"), row.getInt("refused")),
                    row.getObject("id", UUID.class)))
        .optional();
  }

  /** The position of the day that is in force, if one was accepted. */
  private record Day(UUID feedId, long sequence) {}

  private FeedResult applied(FeedHeader header, Content content, String fingerprint)
      throws IOException {
    Optional<Day> day = day(header);
    refuseSequence(header, content, day);
    Optional<Refusal> doubt = doubt(header, content);
    if (doubt.isPresent()) {
      return new FeedResult.Held(header, fingerprint, doubt.get());
    }
    @Nullable LocalDate newest = PositionUpdate.newest(jdbc, header.bank());
    boolean newestDay = newest == null || !newest.isAfter(header.businessDate());
    jdbc.sql("analyze staged_detail (loan_id, household_id)").update();
    if (content.rows() > MANY) {
      planForMany();
    }
    PositionUpdate update = new PositionUpdate(jdbc, feed.id(), header);
    update.refuseDuplicates();
    update.apply(newestDay);
    LocalDate speaksFor = newest == null || newestDay ? header.businessDate() : newest;
    LoanUpdate.publish(jdbc, speaksFor, traceparent);
    if (content.rows() > MANY) {
      planForMany();
    }
    return new FeedResult.Accepted(
        header,
        fingerprint,
        rows(content),
        new FeedResult.Totals(content.outstandingFen(), content.overdueFen()),
        new FeedFlags(jdbc).count(content),
        day.map(Day::feedId).orElse(null),
        day.isEmpty() && newestDay ? null : Differences.of(jdbc),
        skippedSequence(header));
  }

  /**
   * Every table is gone through once: a plan that looks up row by row would be a bad guess, and
   * what is sorted or hashed has the size of the feed.
   */
  private void planForMany() {
    jdbc.sql(
            """
            select set_config('enable_nestloop', 'off', true), set_config('work_mem', '96MB', true)
            """)
        .query((_, _) -> true)
        .single();
  }

  /** What a person should say a word to, and has not yet. */
  private Optional<Refusal> doubt(FeedHeader header, Content content) {
    if (feed.decision() == Decision.CONFIRMED || header.supplement()) {
      return Optional.empty();
    }
    Jump.Position now =
        new Jump.Position(content.rows(), content.outstandingFen(), content.overdueFen());
    return Jump.before(jdbc, header).flatMap(before -> Jump.between(before, now));
  }

  private Optional<Day> day(FeedHeader header) {
    return jdbc.sql(
            """
            select feed_id, sequence from feed_day
            where bank = ? and business_date = ? and state = 'ACCEPTED'
            """)
        .param(header.bank())
        .param(header.businessDate())
        .query(Day.class)
        .optional();
  }

  /** The same date with a higher number is a correction; with any other it is not believed. */
  private static void refuseSequence(FeedHeader header, Content content, Optional<Day> day)
      throws RefusedFeed {
    if (day.isPresent() && header.sequence() <= day.get().sequence()) {
      throw new RefusedFeed(
          List.of(
              Refusal.of(
                  "SEQUENCE_NOT_HIGHER",
                  "序号",
                  "该日已接收序号 " + day.get().sequence() + " 的报文，更正报文的序号应更大",
                  "Sequence "
                      + day.get().sequence()
                      + " of that day was accepted: a correction has a higher one",
                  Long.toString(header.sequence()))),
          content.rows());
    }
    if (day.isEmpty() && header.supplement()) {
      throw new RefusedFeed(
          List.of(
              Refusal.of(
                  "NOTHING_TO_SUPPLEMENT",
                  "补报",
                  "该日尚无已接收的报文，请先报送全量",
                  "No position of that day was accepted yet: send the whole one first",
                  "")),
          content.rows());
    }
  }

  private Rows rows(Content content) {
    int refused =
        count("select count(distinct line) from feed_refusal where feed_id = '" + feed.id() + "'");
    int applied = count("select count(*) from changed where line is not null and not refused");
    return new Rows(content.rows(), applied, content.rows() - refused - applied, refused);
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  /** The number that should have come, where the bank's running number skipped some. */
  private @Nullable Long skippedSequence(FeedHeader header) {
    return jdbc.sql(
            """
            select max(sequence) + 1 from feed where bank = ? and status = 'ACCEPTED' having max(sequence) + 1 < ?
            """)
        .param(header.bank())
        .param(header.sequence())
        .query(Long.class)
        .optional()
        .orElse(null);
  }
}
