package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code employment.target.v1}. */
final class TargetJson {

  private long version;
  private @Nullable Instant recordedAt;
  private String county = "";
  private String programme = "";
  private int year;
  private final List<Target.Step> history = new ArrayList<>(2);
  private @Nullable Integer from;
  private @Nullable Long value;

  private TargetJson() {}

  static Event read(byte[] json) {
    TargetJson target = new TargetJson();
    EventJson.read(json, target::field);
    return target.event();
  }

  private Event event() {
    if (version < 1 || recordedAt == null || year < 1) {
      throw new IllegalArgumentException("no version, recorded time or year");
    }
    if (!programme.equals("EMPLOYMENT")) {
      throw new IllegalArgumentException("a target of another programme");
    }
    return new Event(new Target(version, county, Integer.toString(year), history), recordedAt);
  }

  private void field(String name, JsonParser json) {
    switch (name) {
      case "version" -> version = json.getLongValue();
      case "recordedAt" -> recordedAt = Instant.parse(EventJson.text(json));
      case "county" -> county = EventJson.text(json);
      case "programme" -> programme = EventJson.text(json);
      case "year" -> year = json.getIntValue();
      case "history" -> EventJson.readArray(json, () -> readStep(json));
      default -> {}
    }
  }

  private void readStep(JsonParser json) {
    from = null;
    value = null;
    EventJson.readObject(json, this::stepField);
    if (from == null) {
      throw new IllegalArgumentException("a target without a day");
    }
    history.add(new Target.Step(from, value));
  }

  private void stepField(String name, JsonParser json) {
    switch (name) {
      case "from" -> from = EventJson.day(json);
      case "value" -> value = json.hasToken(JsonToken.VALUE_NULL) ? null : persons(json);
      default -> {}
    }
  }

  private static long persons(JsonParser json) {
    return new BigDecimal(EventJson.text(json)).longValueExact();
  }
}
