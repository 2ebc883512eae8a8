package io.countypulse.credit.feed;

import io.countypulse.credit.bank.Banks;
import io.countypulse.credit.feed.FeedStore.Queued;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Outage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs feeds: those of one bank one after the other in the order they came, those of several banks
 * beside each other, whatever the number of instances.
 *
 * <p>A feed is one transaction: it holds its bank's lock, stages, applies, publishes, receipts and
 * audits. Whatever ends the transaction without a commit, a crash included, frees the lock and
 * leaves the feed in the queue, to be run once more from its stored bytes.
 */
@Component
class FeedRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);
  private static final int MOST_ATTEMPTS = 5;

  private final FeedStore store;
  private final Receipts receipts;
  private final Banks banks;
  private final BusinessDate businessDate;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final Staging staging;
  private final TransactionTemplate transaction;
  private final TransactionTemplate beside;
  private final List<AfterFeed> afterwards;

  FeedRunner(
      FeedStore store,
      Receipts receipts,
      Banks banks,
      Units units,
      BusinessDate businessDate,
      Outbox outbox,
      JdbcClient jdbc,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      List<AfterFeed> afterwards) {
    this.store = store;
    this.receipts = receipts;
    this.banks = banks;
    this.businessDate = businessDate;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.staging = new Staging(store, units, jdbc, dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.beside = new TransactionTemplate(transactions);
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.afterwards = List.copyOf(afterwards);
  }

  /**
   * Runs one feed of a bank nobody is at work for.
   *
   * @return its id, if there was one
   */
  Optional<UUID> runNext() {
    for (UUID candidate : store.next()) {
      if (Boolean.TRUE.equals(transaction.execute(status -> run(candidate, status)))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private boolean run(UUID id, TransactionStatus status) {
    if (!lock(store.lane(id))) {
      return false;
    }
    Optional<Queued> waiting = store.stillWaiting(id);
    waiting.ifPresent(feed -> run(feed, status));
    return waiting.isPresent();
  }

  private void run(Queued feed, TransactionStatus status) {
    seeTheWholeCity();
    Object savepoint = status.createSavepoint();
    FeedResult result = result(feed);
    if (result instanceof FeedResult.Refused || result instanceof FeedResult.Held) {
      status.rollbackToSavepoint(savepoint);
    }
    FeedDays days = new FeedDays(jdbc, outbox.traceparent());
    days.note(feed, result);
    receipts.write(feed, result);
    if (result instanceof FeedResult.Unchanged unchanged) {
      store.forgetCopy(feed.id(), unchanged.sameAs());
    }
    if (result instanceof FeedResult.Accepted accepted) {
      FeedHeader header = accepted.header();
      afterwards.forEach(each -> each.accepted(header.bank(), header.businessDate()));
      days.publish(accepted);
    }
  }

  private FeedResult result(Queued feed) {
    if (feed.attempts() >= MOST_ATTEMPTS) {
      return failed();
    }
    beside.executeWithoutResult(_ -> store.begin(feed.id()));
    try {
      return new FeedRun(
              feed,
              businessDate.today(),
              store,
              new FeedOrigin(feed, banks, store),
              staging,
              jdbc,
              outbox.traceparent())
          .run();
    } catch (InterruptedIOException stopped) {
      throw new UncheckedIOException(stopped);
    } catch (IOException | RuntimeException unexpected) {
      if (Outage.isBehind(unexpected)) {
        throw new IllegalStateException(unexpected);
      }
      LOG.error("feed {} failed", feed.id(), unexpected);
      return failed();
    }
  }

  private static FeedResult.Refused failed() {
    return new FeedResult.Refused(
        null,
        0,
        List.of(
            Refusal.of(
                "FEED_NOT_PROCESSED",
                "",
                "系统未能处理该报文，未作任何更改，请联系管理员",
                "The service could not process the feed; nothing was changed",
                "")));
  }

  private boolean lock(String lane) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('feed:' || ?, 0))")
        .param(lane)
        .query(Boolean.class)
        .single();
  }

  private void seeTheWholeCity() {
    jdbc.sql("select set_config('pulse.counties', '*', true)").query(String.class).single();
  }
}
