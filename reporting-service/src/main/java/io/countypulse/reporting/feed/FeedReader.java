package io.countypulse.reporting.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps every bank's days in memory, read from the compacted log at each start: a few records a
 * day, and the log is where they live.
 */
public final class FeedReader implements SmartLifecycle {

  public static final String TOPIC = "credit.feed.v1";

  private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
  private static final String TYPE = "io.countypulse." + TOPIC;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MILLIS = 2_000;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private volatile boolean running;
  private volatile @Nullable BankFeeds current;
  private volatile @Nullable Consumer<byte[], byte[]> consumer;
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  FeedReader(Supplier<Consumer<byte[], byte[]>> consumers) {
    this.consumers = consumers;
  }

  /** What is known; empty while the log has not been read to its end of the time of the start. */
  public Optional<BankFeeds> feeds() {
    return Optional.ofNullable(current);
  }

  @Override
  public void start() {
    running = true;
    stopped = new CountDownLatch(1);
    Thread.ofPlatform().name("feed-reader").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Consumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try (Consumer<byte[], byte[]> opened = consumers.get()) {
        consumer = opened;
        read(opened);
      } catch (WakeupException _) {
        // stopping
      } catch (RuntimeException failure) {
        if (running) {
          LOG.warn("the banks' days cannot be read now; reading again", failure);
          pause();
        }
      }
    }
  }

  private void read(Consumer<byte[], byte[]> from) {
    List<TopicPartition> partitions =
        from.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    from.assign(partitions);
    from.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = from.endOffsets(partitions);
    BankFeeds feeds = BankFeeds.NONE;
    boolean complete = false;
    while (running) {
      List<FeedDay> days = days(from.poll(POLL));
      feeds = days.isEmpty() ? feeds : feeds.with(days);
      complete =
          complete
              || ends.entrySet().stream().allMatch(e -> from.position(e.getKey()) >= e.getValue());
      if (complete && (current == null || !days.isEmpty())) {
        current = feeds;
      }
    }
  }

  private static List<FeedDay> days(ConsumerRecords<byte[], byte[]> records) {
    List<FeedDay> days = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.value() != null && TYPE.equals(type(record))) {
        FeedDay.read(record.value())
            .ifPresentOrElse(
                days::add,
                () ->
                    LOG.warn(
                        "a bank's day that cannot be read: partition {} offset {}",
                        record.partition(),
                        record.offset()));
      }
    }
    return days;
  }

  private static @Nullable String type(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader("ce_type");
    return header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
  }

  private void pause() {
    try {
      boolean _ = stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
