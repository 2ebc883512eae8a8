package io.countypulse.reporting.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the employment department's events say of a household's risk (DOMAIN.md § 4). */
final class EmploymentFacts {

  /** Yuan a head and year; below it. */
  private static final BigDecimal ENOUGH = BigDecimal.valueOf(10_000);

  private EmploymentFacts() {}

  /** A person's days out of work after work, as the re-employment list counts them. */
  static Told worker(JsonNode event) {
    boolean wantsNoWork =
        event.path("wishToWork").isBoolean() && !event.get("wishToWork").booleanValue();
    List<Days> spells =
        EventReading.elements(event.required("spells"))
            .map(each -> EventReading.days(each, "start", "end"))
            .toList();
    return Told.of(
        event,
        "personId",
        wantsNoWork ? List.of() : gaps(spells),
        homes(event),
        EventReading.text(event, "category"));
  }

  /** The days on which the latest known year's income a head is too small. */
  static Told household(JsonNode event) {
    return Told.of(
        event, "householdId", poorDays(event), homes(event), EventReading.text(event, "category"));
  }

  /** Everything behind the first spell that no spell covers. */
  static List<Days> gaps(List<Days> spells) {
    List<Days> gaps = new ArrayList<>();
    LocalDate workedUntil = null;
    for (Days spell :
        spells.stream()
            .filter(each -> !each.none())
            .sorted(Comparator.comparing(Days::from))
            .toList()) {
      if (workedUntil != null && workedUntil.isBefore(spell.from())) {
        gaps.add(new Days(/* from= */ workedUntil, /* until= */ spell.from()));
      }
      if (spell.until() == null) {
        return gaps;
      }
      workedUntil = later(workedUntil, spell.until());
    }
    if (workedUntil != null) {
      gaps.add(new Days(workedUntil, null));
    }
    return gaps;
  }

  /** A year's income speaks from the year's first day until that of the next year told. */
  private static List<Days> poorDays(JsonNode event) {
    if (!event.path("headCount").isNumber()) {
      return List.of();
    }
    BigDecimal needed = ENOUGH.multiply(BigDecimal.valueOf(event.get("headCount").intValue()));
    List<JsonNode> incomes =
        EventReading.elements(event.required("incomes"))
            .sorted(Comparator.comparingInt(each -> each.required("year").intValue()))
            .toList();
    List<Days> poor = new ArrayList<>();
    for (int i = 0; i < incomes.size(); i++) {
      if (new BigDecimal(incomes.get(i).required("netIncome").stringValue()).compareTo(needed)
          < 0) {
        LocalDate until = i + 1 < incomes.size() ? newYear(incomes.get(i + 1)) : null;
        poor.add(new Days(newYear(incomes.get(i)), until));
      }
    }
    return poor;
  }

  private static List<Home> homes(JsonNode event) {
    return EventReading.elements(event.required("residence"))
        .map(
            each ->
                new Home(
                    EventReading.optionalDay(each, "from"), each.required("county").stringValue()))
        .toList();
  }

  private static LocalDate newYear(JsonNode income) {
    return LocalDate.of(income.required("year").intValue(), 1, 1);
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate two) {
    return one == null || one.isBefore(two) ? two : one;
  }
}
