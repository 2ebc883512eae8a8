package io.countypulse.subsidy.entitlement;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is kept of {@code employment.household.v1}. */
record Household(String id, long version, @Nullable String category) implements EventReading.State {

  static final String TYPE = "io.countypulse.employment.household.v1";

  static Household read(JsonNode event) {
    return new Household(
        EventReading.text(event, "householdId"),
        event.get("version").longValue(),
        EventReading.optional(event, "category"));
  }
}
