package io.countypulse.subsidy.entitlement;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a record counts.
 *
 * @param county the last one
 * @param residence all of them as they are published; null for a record that never moved
 */
record Home(String county, @Nullable String residence) {

  static Home read(JsonNode residence) {
    if (residence.isEmpty()) {
      throw new IllegalArgumentException("a record counts somewhere");
    }
    String county = EventReading.text(residence.get(residence.size() - 1), "county");
    return new Home(county, residence.size() == 1 ? null : residence.toString());
  }
}
