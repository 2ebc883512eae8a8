package io.countypulse.subsidy.entitlement;

import static io.countypulse.subsidy.entitlement.EventReading.day;
import static io.countypulse.subsidy.entitlement.EventReading.optional;
import static io.countypulse.subsidy.entitlement.EventReading.optionalDay;
import static io.countypulse.subsidy.entitlement.EventReading.text;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is kept of {@code employment.worker.v1}. */
record Worker(
    String id,
    long version,
    @Nullable String householdId,
    Home home,
    LocalDate businessDate,
    List<Spell> spells)
    implements EventReading.State {

  static final String TYPE = "io.countypulse.employment.worker.v1";

  Worker {
    spells = List.copyOf(spells);
  }

  static Worker read(JsonNode event) {
    return new Worker(
        text(event, "personId"),
        event.get("version").longValue(),
        optional(event, "householdId"),
        Home.read(event.get("residence")),
        day(event, "businessDate"),
        event.get("spells").valueStream().map(Worker::spell).toList());
  }

  private static Spell spell(JsonNode spell) {
    return new Spell(day(spell, "start"), optionalDay(spell, "end"), kind(spell));
  }

  /** A welfare post is within the county, so no spell is of both kinds. */
  private static Spell.Kind kind(JsonNode spell) {
    if ("OUT_OF_PROVINCE".equals(optional(spell, "area"))) {
      return Spell.Kind.OUT_OF_PROVINCE;
    }
    return "PUBLIC_WELFARE".equals(optional(spell, "post"))
        ? Spell.Kind.PUBLIC_WELFARE
        : Spell.Kind.OTHER;
  }
}
