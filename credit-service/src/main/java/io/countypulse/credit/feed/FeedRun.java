package io.countypulse.credit.feed;

import static java.util.Objects.requireNonNull;

import io.countypulse.credit.bank.Bank;
import io.countypulse.credit.bank.Banks;
import io.countypulse.credit.bank.SignatureCheck;
import io.countypulse.credit.feed.FeedResult.Rows;
import io.countypulse.credit.feed.FeedStore.Queued;
import io.countypulse.credit.loan.LoanUpdate;
import io.countypulse.platform.intake.CopyTarget;
import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.units.Units;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * One feed, from its stored bytes to the loans, in the running transaction: first whether it may
 * come in at all, then row by row, then against what is known (DOMAIN.md § 5).
 */
final class FeedRun {

  private static final int MANY = 1000;

  private final Queued feed;
  private final LocalDate today;
  private final Units units;
  private final Banks banks;
  private final FeedStore store;
  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final @Nullable String traceparent;

  FeedRun(
      Queued feed,
      LocalDate today,
      Units units,
      Banks banks,
      FeedStore store,
      JdbcClient jdbc,
      DataSource dataSource,
      @Nullable String traceparent) {
    this.feed = feed;
    this.today = today;
    this.units = units;
    this.banks = banks;
    this.store = store;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
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
      FileFormat format = verified(header);
      Optional<FeedResult.Unchanged> same = same(header, "sha256", feed.sha256());
      return same.isPresent() ? same.get() : checked(header, format);
    } catch (RefusedFeed refused) {
      return new FeedResult.Refused(header, refused.rows(), refused.refusals());
    }
  }

  /** Signed by the bank it is of, sent by one who may, for a day that has come. */
  private FileFormat verified(FeedHeader header) throws IOException {
    String claimed = feed.claimedBank();
    if (claimed != null && !claimed.equals(header.bank())) {
      throw new RefusedFeed(
          Refusal.of(
              "BANK_NOT_YOURS",
              "银行代码",
              "报文中的银行与报送方不一致，只能报送本行数据",
              "The feed names another bank than the sender's",
              header.bank()));
    }
    Bank bank =
        banks
            .find(header.bank())
            .orElseThrow(
                () ->
                    new RefusedFeed(
                        Refusal.of(
                            "BANK_UNKNOWN",
                            "银行代码",
                            "该银行尚未登记，请联系市级部门登记银行及公钥",
                            "The bank is not registered",
                            header.bank())));
    FileFormat format = signed(bank);
    header.refuseFuture(today);
    return format;
  }

  /**
   * One pass over the bytes: the signature over them as sent, the format of what they unpack to.
   */
  private FileFormat signed(Bank bank) throws IOException {
    SignatureCheck check =
        SignatureCheck.begin(bank.key(), feed.signature())
            .orElseThrow(
                () ->
                    new RefusedFeed(
                        Refusal.of(
                            "SIGNATURE_MISSING",
                            "X-Feed-Signature",
                            "缺少签名，或签名不是 64 字节的 Base64",
                            "No signature, or not 64 bytes in base64",
                            "")));
    @Nullable FileFormat format = null;
    @Nullable RefusedFeed unreadable = null;
    try (InputStream sent = new Signed(store.bytes(feed.id()), check)) {
      try {
        format = FeedBytes.format(FeedBytes.unpacked(sent));
      } catch (RefusedFeed refused) {
        unreadable = refused;
      }
      sent.transferTo(OutputStream.nullOutputStream());
    }
    if (!check.holds()) {
      throw new RefusedFeed(
          Refusal.of(
              "SIGNATURE_WRONG",
              "X-Feed-Signature",
              "签名与该银行登记的公钥及报文内容不符：请检查私钥、公钥登记，以及签名后内容是否改动或重新压缩",
              "The signature does not fit the bank's registered key and these bytes",
              ""));
    }
    if (unreadable != null) {
      throw unreadable;
    }
    return requireNonNull(format);
  }

  private FeedResult checked(FeedHeader header, FileFormat format) throws IOException {
    Content content = stage(header, format);
    List<Refusal> refusals = new ArrayList<>();
    content.compareWithHeader(refusals);
    if (!refusals.isEmpty()) {
      throw new RefusedFeed(refusals, content.rows());
    }
    String fingerprint = content.fingerprint();
    Optional<FeedResult.Unchanged> same = same(header, "fingerprint", fingerprint);
    return same.isPresent() ? same.get() : applied(header, content, fingerprint);
  }

  private Content stage(FeedHeader header, FileFormat format) throws IOException {
    jdbc.sql(
            "create temporary table staged_detail (line int4 not null, %s) on commit drop"
                .formatted(Detail.COLUMNS))
        .update();
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (FeedRecords records = FeedText.records(store.bytes(feed.id()), format)) {
      FeedText.header(records);
      DetailCheck check = new DetailCheck(header, units, today);
      try (var reader = new DetailReader(feed.id(), records, check, new Content(header));
          var copy = new CopyTarget(connection.unwrap(PGConnection.class))) {
        return drain(reader, copy);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("the details were not staged", failed);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static Content drain(DetailReader reader, CopyTarget copy)
      throws IOException, SQLException {
    while (true) {
      switch (reader.next()) {
        case DetailReader.Step.Rows(String table, var rows) -> copy.send(table, rows);
        case DetailReader.Step.End(Content content) -> {
          copy.finish();
          return content;
        }
        case DetailReader.Step.Failure(IOException cause) -> throw cause;
        case DetailReader.Step.Failure(RuntimeException cause) -> throw cause;
        case DetailReader.Step.Failure(Throwable cause) -> throw new IllegalStateException(cause);
      }
    }
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
    @Nullable LocalDate newest = PositionUpdate.newest(jdbc, header.bank());
    boolean newestDay = newest == null || !newest.isAfter(header.businessDate());
    jdbc.sql("analyze staged_detail").update();
    if (content.rows() > MANY) {
      planForMany();
    }
    PositionUpdate update = new PositionUpdate(jdbc, feed.id(), header);
    update.refuseDuplicates();
    update.apply(newestDay);
    LocalDate speaksFor = newest == null || newestDay ? header.businessDate() : newest;
    LoanUpdate.publish(jdbc, speaksFor, traceparent);
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

  /** Every table is gone through once: a plan that looks up row by row would be a bad guess. */
  private void planForMany() {
    jdbc.sql("select set_config('enable_nestloop', 'off', true)").query(String.class).single();
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
    int applied =
        count(
            """
            select count(*) from changed c join staged_detail s on s.loan_id = c.loan_id and not s.refused
            """);
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

  /** Lets the signature's check see the bytes as they were sent. */
  private static final class Signed extends FilterInputStream {

    private final SignatureCheck check;

    Signed(InputStream sent, SignatureCheck check) {
      super(sent);
      this.check = check;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        check.update(target, offset, read);
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
