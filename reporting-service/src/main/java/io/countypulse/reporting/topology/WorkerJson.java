package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Spell;
import io.countypulse.reporting.contribution.Worker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code employment.worker.v1}: only what figures are made of. */
final class WorkerJson {

  private final EventStamp stamp = new EventStamp();
  private final ResidenceJson residence = new ResidenceJson();
  private final List<Spell> spells = new ArrayList<>(4);
  private boolean wantsNoWork;
  private @Nullable Integer start;
  private int end;
  private boolean outOfProvince;

  private WorkerJson() {}

  static Event read(byte[] json) {
    WorkerJson worker = new WorkerJson();
    EventJson.read(json, worker::field);
    return worker.stamp.on(worker::state);
  }

  private Worker state(long version) {
    return new Worker(version, residence.residence(), wantsNoWork, spells);
  }

  private void field(String name, JsonParser value) {
    switch (name) {
      case "wishToWork" -> wantsNoWork = value.hasToken(JsonToken.VALUE_FALSE);
      case "residence" -> residence.read(value);
      case "spells" -> EventJson.readArray(value, () -> readSpell(value));
      default -> stamp.field(name, value);
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
