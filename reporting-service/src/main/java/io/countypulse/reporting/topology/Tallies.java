package io.countypulse.reporting.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The tallies of all sources, of the partitions with one number. They emit together: each commit is
 * a transaction of the whole thread, and while a file is on its way the others' news can wait for
 * the next.
 */
final class Tallies implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Duration TICK = Duration.ofMillis(10);

  private final TopologySettings settings;
  private final Map<String, Tally> byTopic = new HashMap<>();
  private final EmissionPace pace = new EmissionPace();
  private ProcessorContext<byte[], byte[]> context;

  @SuppressWarnings("NullAway.Init") // init() runs before anything else
  Tallies(TopologySettings settings) {
    this.settings = settings;
  }

  /** Also runs when the partitions are taken up anew, on this same object. */
  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    for (Source source : Source.values()) {
      byTopic.put(source.topic(), new Tally(source, settings, context));
    }
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    String topic = context.recordMetadata().orElseThrow().topic();
    Tally tally = byTopic.get(topic);
    if (tally == null) {
      throw new IllegalStateException("no source of figures: " + topic);
    }
    pace.heard();
    tally.process(record);
  }

  private void tick(long nowMillis) {
    List<Tally> changed = byTopic.values().stream().filter(Tally::hasNews).toList();
    if (!changed.isEmpty() && pace.due(nowMillis)) {
      long start = System.nanoTime();
      changed.forEach(tally -> tally.emit(nowMillis));
      context.commit();
      pace.emitted(nowMillis, System.nanoTime() - start);
    }
  }
}
