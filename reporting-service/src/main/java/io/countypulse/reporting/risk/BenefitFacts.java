package io.countypulse.reporting.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the events of the credit and the subsidy department say of a household's risk (DOMAIN.md §§
 * 5, 6). Where nobody else tells where it is at home, their counties do.
 */
final class BenefitFacts {

  private BenefitFacts() {}

  /** The days on which any of its loans has overdue principal. */
  static Told overdue(JsonNode event) {
    List<JsonNode> overdue = EventReading.elements(event.required("overdue")).toList();
    Stream<JsonNode> issued = EventReading.elements(event.required("issued"));
    return told(event, overdue, Stream.concat(issued, overdue.stream()));
  }

  /** The days on which somebody of it waits for money. */
  static Told waiting(JsonNode event) {
    List<JsonNode> waiting = EventReading.elements(event.required("waiting")).toList();
    return told(event, waiting, waiting.stream());
  }

  private static Told told(JsonNode event, List<JsonNode> days, Stream<JsonNode> places) {
    return Told.of(
        event,
        "householdId",
        days.stream().map(each -> EventReading.days(each, "from", "until")).toList(),
        homes(places),
        null);
  }

  private static List<Home> homes(Stream<JsonNode> places) {
    List<Home> homes = new ArrayList<>();
    for (JsonNode place : places.sorted(Comparator.comparing(BenefitFacts::from)).toList()) {
      String county = place.required("county").stringValue();
      if (homes.isEmpty()) {
        homes.add(new Home(null, county));
      } else if (!homes.getLast().county().equals(county)) {
        homes.add(new Home(EventReading.day(place, "from"), county));
      }
    }
    return homes;
  }

  private static String from(JsonNode place) {
    return place.required("from").stringValue();
  }
}
