package io.countypulse.reporting.topology;

import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.EmissionFormat;
import io.countypulse.reporting.contribution.Contribution;
import io.countypulse.reporting.contribution.Entity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest state of each record of one partition of one topic, and the sums of their
 * contributions.
 *
 * <p>Only the states are stored. The sums are a pure function of them, so they are worked out again
 * whenever the partition starts or the year turns, and then emitted completely: no crash between a
 * commit and an emission can lose a change (ADR 0008).
 */
final class Tally {

  /** The states of all sources, each under keys of its own: one store, however many there are. */
  static final String STATES = "states";

  private final Source source;
  private final TopologySettings settings;
  private final ProcessorContext<byte[], byte[]> context;
  private final KeyValueStore<byte[], byte[]> states;
  private final Watermark watermark = new Watermark();
  private PartialSums sums = new PartialSums();
  private int horizonYear;
  private boolean complete;
  private @Nullable Instant newestRecord;
  private @Nullable Instant emittedThrough;

  Tally(Source source, TopologySettings settings, ProcessorContext<byte[], byte[]> context) {
    this.source = source;
    this.settings = settings;
    this.context = context;
    states = context.getStateStore(STATES);
    workOutAnew();
  }

  void process(Record<byte[], byte[]> record) {
    byte[] key = record.key();
    if (key == null) {
      throw new UnreadableEvent(UnreadableEvent.Reason.NO_KEY, null);
    }
    if (Heartbeat.isKey(key)) {
      watermark.advance(Source.heartbeat(record.headers(), record.value()));
    } else {
      replace(stored(key), source.event(record.headers(), record.value()));
    }
  }

  private void replace(byte[] key, Event event) {
    byte[] before = states.get(key);
    Entity entity = event.entity();
    if (before != null && CompactForm.version(before) >= entity.version()) {
      return;
    }
    byte[] after = CompactForm.write(entity);
    List<Contribution> contributions = contributions(entity);
    states.put(key, after);
    if (before != null && CompactForm.sameFacts(before, after)) {
      return;
    }
    if (before != null) {
      sums.subtract(CompactForm.read(before).contributions(horizonYear));
    }
    sums.add(contributions);
    newestRecord = later(newestRecord, event.recordedAt());
  }

  /** A failure here would come back with every retry: the record is at fault, not the moment. */
  private List<Contribution> contributions(Entity entity) {
    try {
      return entity.contributions(horizonYear);
    } catch (RuntimeException failure) {
      throw new UnreadableEvent(UnreadableEvent.Reason.MALFORMED, failure);
    }
  }

  private void workOutAnew() {
    horizonYear = settings.horizonYear();
    sums = new PartialSums();
    try (KeyValueIterator<byte[], byte[]> all =
        states.prefixScan(stored(new byte[0]), new ByteArraySerializer())) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> state = all.next();
        sums.add(CompactForm.read(state.value).contributions(horizonYear));
      }
    }
    complete = true;
  }

  /** Whether something is to be emitted: a new year changes the sums by itself. */
  boolean hasNews() {
    if (settings.horizonYear() != horizonYear) {
      workOutAnew();
    }
    return complete || sums.touched() > 0 || !Objects.equals(watermark.through(), emittedThrough);
  }

  /** Tells the read model; what was told counts once the caller has committed. */
  void emit(long nowMillis) {
    Emission emission =
        new Emission(
            settings.generation(),
            source.topic(),
            context.taskId().partition(),
            complete,
            watermark.through(),
            newestRecord,
            sums.takeChanges());
    byte[] key = emission.key().getBytes(StandardCharsets.US_ASCII);
    context.forward(new Record<>(key, EmissionFormat.write(emission), nowMillis));
    complete = false;
    newestRecord = null;
    emittedThrough = emission.recordedThrough();
  }

  private byte[] stored(byte[] key) {
    byte[] stored = new byte[1 + key.length];
    stored[0] = source.mark();
    System.arraycopy(key, 0, stored, 1, key.length);
    return stored;
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }
}
