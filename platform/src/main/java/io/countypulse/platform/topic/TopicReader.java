package io.countypulse.platform.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads one topic for as long as the service runs, committed records only. An offset is committed
 * once the records before it were taken; what is read again after a failure is taken again. A
 * single record is taken at once; of a burst, such as a city's first load, as many as {@code
 * max.poll.records} are gathered while it lasts, so that it costs few transactions and not many.
 */
public final class TopicReader implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LULL = Duration.ofMillis(100);
  private static final int BURST = 500;
  private static final Duration SAME_BURST = Duration.ofSeconds(30);
  private static final String LARGEST_BATCH = "max.poll.records";
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Takes what was read; an exception means: again, later. */
  @FunctionalInterface
  public interface Taker {
    void take(List<ConsumerRecord<String, byte[]>> records);
  }

  private final String topic;
  private final Supplier<String> group;
  private final Taker taker;
  private final Properties properties = new Properties();
  private final int largestBatch;
  private Duration headStart = Duration.ZERO;
  private long lastOfBurst = System.nanoTime() - Duration.ofDays(1).toNanos();
  private CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private @Nullable Thread thread;

  /**
   * A reader of a topic.
   *
   * @param group the group of instances that share the topic; asked again before every read, and a
   *     new name reads the topic from its beginning
   * @param more further settings of the consumer
   */
  public TopicReader(
      String topic,
      Supplier<String> group,
      String bootstrapServers,
      Map<String, String> more,
      Taker taker) {
    this.topic = topic;
    this.group = group;
    this.taker = taker;
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    properties.put(LARGEST_BATCH, "2000");
    // After a crash the partitions are taken up again so soon.
    properties.put("session.timeout.ms", "10000");
    properties.putAll(more);
    this.largestBatch = Integer.parseInt(properties.getProperty(LARGEST_BATCH));
  }

  /**
   * Lets a burst lie this long before it is taken up: on a busy machine those whom people watch
   * live, such as the figures, come first.
   *
   * @return this reader
   */
  public TopicReader givingWayToOthers(Duration headStartOfOthers) {
    headStart = headStartOfOthers;
    return this;
  }

  @Override
  public synchronized void start() {
    running = true;
    stopped = new CountDownLatch(1);
    thread = Thread.ofPlatform().daemon().name("reader-" + topic).start(this::run);
  }

  @Override
  public synchronized void stop() {
    running = false;
    stopped.countDown();
    KafkaConsumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    Thread reading = thread;
    if (reading != null) {
      try {
        reading.join(Duration.ofSeconds(10));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      String name = group.get();
      properties.put("group.id", name);
      try (var opened =
          new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        opened.subscribe(List.of(topic));
        read(opened, name);
      } catch (WakeupException stopping) {
        LOG.debug("reading {} ends", topic);
      } catch (RuntimeException failed) {
        LOG.warn("{} cannot be read now: {}", topic, failed.toString());
        await(PAUSE);
      } finally {
        consumer = null;
      }
    }
  }

  private void read(KafkaConsumer<String, byte[]> from, String name) {
    while (running && group.get().equals(name)) {
      List<ConsumerRecord<String, byte[]>> records = gather(from);
      if (!records.isEmpty()) {
        taker.take(records);
        from.commitSync();
      }
    }
  }

  /** Up to twice the largest batch, since a poll answers up to one. */
  private List<ConsumerRecord<String, byte[]>> gather(KafkaConsumer<String, byte[]> from) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    from.poll(POLL).forEach(records::add);
    boolean lasts = records.size() >= BURST;
    if (lasts) {
      giveWay();
    }
    while (lasts && running && records.size() < largestBatch) {
      ConsumerRecords<String, byte[]> more = from.poll(LULL);
      more.forEach(records::add);
      lasts = !more.isEmpty();
    }
    return records;
  }

  /** Once a burst: between its polls there may be small ones. */
  private void giveWay() {
    if (System.nanoTime() - lastOfBurst > SAME_BURST.toNanos()) {
      await(headStart);
    }
    lastOfBurst = System.nanoTime();
  }

  private void await(Duration time) {
    try {
      if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("reading {} ends", topic);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
