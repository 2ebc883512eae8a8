package io.countypulse.subsidy.entitlement;

import static io.countypulse.subsidy.entitlement.EventReading.day;
import static io.countypulse.subsidy.entitlement.EventReading.optional;
import static io.countypulse.subsidy.entitlement.EventReading.optionalDay;
import static io.countypulse.subsidy.entitlement.EventReading.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is kept of {@code employment.trainee.v1} and {@code employment.business.v1}: something of a
 * person that counts from a day on.
 *
 * @param on the end of a training, else its start; the day a business opened; null: taken back
 * @param programme whose amount is granted
 */
record Claim(
    String id,
    long version,
    String personId,
    @Nullable String householdId,
    Home home,
    @Nullable LocalDate on,
    String programme,
    LocalDate businessDate)
    implements EventReading.State {

  static final String TRAINEE = "io.countypulse.employment.trainee.v1";
  static final String BUSINESS = "io.countypulse.employment.business.v1";

  static Claim readTrainee(JsonNode event) {
    LocalDate end = optionalDay(event, "end");
    return read(event, "traineeId", end == null ? day(event, "start") : end, "YULU_PLUS");
  }

  /** A business whose kind is not known is taken for the usual one. */
  static Claim readBusiness(JsonNode event) {
    boolean graduate = "GRADUATE".equals(optional(event, "kind"));
    return read(
        event,
        "businessId",
        day(event, "opened"),
        graduate ? "GRADUATE_BUSINESS" : "FIRST_BUSINESS");
  }

  private static Claim read(JsonNode event, String id, LocalDate on, String programme) {
    return new Claim(
        text(event, id),
        event.get("version").longValue(),
        text(event, "personId"),
        optional(event, "householdId"),
        Home.read(event.get("residence")),
        event.path("removed").asBoolean(false) ? null : on,
        programme,
        day(event, "businessDate"));
  }
}
