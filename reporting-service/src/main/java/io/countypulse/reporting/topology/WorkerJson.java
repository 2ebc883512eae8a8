package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Entity;
import io.countypulse.reporting.contribution.Spell;
import io.countypulse.reporting.contribution.Stay;
import io.countypulse.reporting.contribution.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code employment.worker.v1}: only what figures are made of. */
final class WorkerJson {

  private long version;
  private @Nullable Instant recordedAt;
  private final List<Stay> residence = new ArrayList<>(1);
  private final List<Spell> spells = new ArrayList<>(4);
  private @Nullable Integer start;
  private int end;
  private boolean outOfProvince;
  private int from;
  private String county = "";

  private WorkerJson() {}

  static Event read(byte[] json) {
    WorkerJson worker = new WorkerJson();
    EventJson.read(json, worker::field);
    return worker.event();
  }

  private Event event() {
    if (version < 1 || recordedAt == null) {
      throw new IllegalArgumentException("no version or recorded time");
    }
    return new Event(new Worker(version, residence, spells), recordedAt);
  }

  private void field(String name, JsonParser value) {
    switch (name) {
      case "version" -> version = value.getLongValue();
      case "recordedAt" -> recordedAt = Instant.parse(EventJson.text(value));
      case "residence" -> EventJson.readArray(value, () -> readStay(value));
      case "spells" -> EventJson.readArray(value, () -> readSpell(value));
      default -> {}
    }
  }

  private void readStay(JsonParser json) {
    from = Entity.FIRST_DAY;
    county = "";
    EventJson.readObject(json, this::stayField);
    residence.add(new Stay(residence.isEmpty() ? Entity.FIRST_DAY : from, county));
  }

  private void stayField(String name, JsonParser value) {
    switch (name) {
      case "from" -> from = EventJson.day(value);
      case "county" -> county = EventJson.text(value);
      default -> {}
    }
  }

  private void readSpell(JsonParser json) {
    start = null;
    end = Spell.OPEN;
    outOfProvince = false;
    EventJson.readObject(json, this::spellField);
    if (start == null) {
      throw new IllegalArgumentException("a spell without a start");
    }
    spells.add(new Spell(start, end, outOfProvince));
  }

  private void spellField(String name, JsonParser value) {
    switch (name) {
      case "start" -> start = EventJson.day(value);
      case "end" -> end = value.hasToken(JsonToken.VALUE_NULL) ? Spell.OPEN : EventJson.day(value);
      case "area" -> outOfProvince = "OUT_OF_PROVINCE".equals(value.getString());
      default -> {}
    }
  }
}
