package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.VerificationCall;
import io.countypulse.reporting.contribution.VerificationCall.Outcome;
import io.countypulse.reporting.contribution.VerificationCall.Policy;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code subsidy.call.v1}: only what figures are made of. */
final class CallJson {

  private final EventStamp stamp = new EventStamp();
  private final Set<Policy> asked = EnumSet.noneOf(Policy.class);
  private final Set<Policy> known = EnumSet.noneOf(Policy.class);
  private String county = "";
  private @Nullable Integer date;
  private @Nullable Outcome outcome;

  private CallJson() {}

  static Event read(byte[] json) {
    CallJson call = new CallJson();
    EventJson.read(json, call::field);
    return call.stamp.on(call::state);
  }

  private VerificationCall state(long version) {
    if (date == null) {
      throw new IllegalArgumentException("a call without a day");
    }
    return new VerificationCall(version, county, date, outcome, asked, known);
  }

  private void field(String name, JsonParser value) {
    switch (name) {
      case "county" -> county = EventJson.text(value);
      case "date" -> date = EventJson.day(value);
      case "outcome" ->
          outcome =
              value.hasToken(JsonToken.VALUE_NULL) ? null : Outcome.valueOf(EventJson.text(value));
      case "awareness" -> EventJson.readObject(value, this::awareness);
      default -> stamp.field(name, value);
    }
  }

  private void awareness(String name, JsonParser value) {
    String answer = EventJson.text(value);
    Policy.find(name)
        .ifPresent(
            policy -> {
              if (answer.equals("KNOWS")) {
                asked.add(policy);
                known.add(policy);
              } else if (answer.equals("DOES_NOT_KNOW")) {
                asked.add(policy);
              }
            });
  }
}
