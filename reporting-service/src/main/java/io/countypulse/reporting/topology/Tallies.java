package io.countypulse.reporting.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The tallies of all sources, of the partitions with one number. */
final class Tallies implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Duration TICK = Duration.ofMillis(10);

  private final TopologySettings settings;
  private final Map<String, Tally> byTopic = new HashMap<>();
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
    tally.process(record);
  }

  private void tick(long nowMillis) {
    byTopic.values().forEach(tally -> tally.tick(nowMillis));
  }
}
