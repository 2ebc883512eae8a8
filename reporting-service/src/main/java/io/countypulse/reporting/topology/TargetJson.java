package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Programme;
import io.countypulse.reporting.contribution.Quantity;
import io.countypulse.reporting.contribution.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code employment.target.v1} and {@code credit.target.v1}. */
final class TargetJson {

  private final EventStamp stamp = new EventStamp();
  private final Programme expected;
  private final Quantity quantity;
  private final List<Target.Step> history = new ArrayList<>(2);
  private String county = "";
  private String programme = "";
  private int year;
  private @Nullable Integer deadline;
  private @Nullable Integer from;
  private @Nullable Long value;

  private TargetJson(Programme expected) {
    this.expected = expected;
    quantity = Objects.requireNonNull(expected.target()).quantity();
  }

  static Event read(byte[] json, Programme programme) {
    TargetJson target = new TargetJson(programme);
    EventJson.read(json, target::field);
    return target.stamp.on(target::state);
  }

  private Target state(long version) {
    if (year < 1) {
      throw new IllegalArgumentException("a target without a year");
    }
    if (!programme.equals(expected.name())) {
      throw new IllegalArgumentException("a target of another programme");
    }
    int due = deadline == null ? (int) LocalDate.of(year, 12, 31).toEpochDay() : deadline;
    return new Target(version, expected, county, Integer.toString(year), due, history);
  }

  private void field(String name, JsonParser json) {
    switch (name) {
      case "county" -> county = EventJson.text(json);
      case "programme" -> programme = EventJson.text(json);
      case "year" -> year = json.getIntValue();
      case "deadline" ->
          deadline = json.hasToken(JsonToken.VALUE_NULL) ? null : EventJson.day(json);
      case "history" -> EventJson.readArray(json, () -> readStep(json));
      default -> stamp.field(name, json);
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
      case "value" ->
          value = json.hasToken(JsonToken.VALUE_NULL) ? null : EventJson.amount(json, quantity);
      default -> {}
    }
  }
}
