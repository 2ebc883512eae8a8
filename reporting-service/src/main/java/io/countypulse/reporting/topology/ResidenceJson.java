package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Entity;
import io.countypulse.reporting.contribution.Residence;
import io.countypulse.reporting.contribution.Stay;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;

/** Reads the field {@code residence}: the first county for all the past, then moves by date. */
final class ResidenceJson {

  private final List<Stay> stays = new ArrayList<>(1);
  private int from;
  private String county = "";

  void read(JsonParser json) {
    EventJson.readArray(json, () -> readStay(json));
  }

  Residence residence() {
    return new Residence(stays);
  }

  private void readStay(JsonParser json) {
    from = Entity.FIRST_DAY;
    county = "";
    EventJson.readObject(json, this::field);
    stays.add(new Stay(stays.isEmpty() ? Entity.FIRST_DAY : from, county));
  }

  private void field(String name, JsonParser value) {
    switch (name) {
      case "from" -> from = EventJson.day(value);
      case "county" -> county = EventJson.text(value);
      default -> {}
    }
  }
}
