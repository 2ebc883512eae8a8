package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Entity;
import java.time.Instant;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** What every event says of itself: the record's version, and when its owner committed it. */
final class EventStamp {

  /** The records of one file share their recorded time, which takes long to parse. */
  private static volatile ParsedTime latest = new ParsedTime("", Instant.EPOCH);

  private long version;
  private @Nullable Instant recordedAt;

  /** Takes the field if it is one of these. */
  void field(String name, JsonParser value) {
    switch (name) {
      case "version" -> version = value.getLongValue();
      case "recordedAt" -> recordedAt = time(EventJson.text(value));
      default -> {}
    }
  }

  Event on(LongFunction<Entity> state) {
    if (version < 1 || recordedAt == null) {
      throw new IllegalArgumentException("no version or recorded time");
    }
    return new Event(state.apply(version), recordedAt);
  }

  private record ParsedTime(String text, Instant time) {}

  private static Instant time(String text) {
    ParsedTime known = latest;
    if (!known.text().equals(text)) {
      known = new ParsedTime(text, Instant.parse(text));
      latest = known;
    }
    return known.time();
  }
}
