package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.CreditHousehold;
import io.countypulse.reporting.contribution.CreditHousehold.Borrowed;
import io.countypulse.reporting.contribution.CreditHousehold.InArrears;
import io.countypulse.reporting.contribution.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code credit.household.v1}. */
final class CreditHouseholdJson {

  private final EventStamp stamp = new EventStamp();
  private final List<Borrowed> issued = new ArrayList<>(2);
  private final List<InArrears> overdue = new ArrayList<>(2);
  private String period = "";
  private String county = "";
  private @Nullable Integer from;
  private int until;

  private CreditHouseholdJson() {}

  static Event read(byte[] json) {
    CreditHouseholdJson household = new CreditHouseholdJson();
    EventJson.read(json, household::field);
    return household.stamp.on(household::state);
  }

  private CreditHousehold state(long version) {
    return new CreditHousehold(version, issued, overdue);
  }

  private void field(String name, JsonParser value) {
    switch (name) {
      case "issued" -> EventJson.readArray(value, () -> readIssued(value));
      case "overdue" -> EventJson.readArray(value, () -> readOverdue(value));
      default -> stamp.field(name, value);
    }
  }

  private void readIssued(JsonParser json) {
    int day = readEntry(json);
    if (!Period.YEAR.isNamedBy(period)) {
      throw new IllegalArgumentException("a loan of no year");
    }
    issued.add(new Borrowed(period, county, day));
  }

  private void readOverdue(JsonParser json) {
    int day = readEntry(json);
    overdue.add(new InArrears(county, day, until));
  }

  private int readEntry(JsonParser json) {
    period = "";
    county = "";
    from = null;
    until = InArrears.OPEN;
    EventJson.readObject(json, this::entryField);
    if (from == null) {
      throw new IllegalArgumentException("an entry without a day");
    }
    return from;
  }

  private void entryField(String name, JsonParser value) {
    switch (name) {
      case "period" -> period = EventJson.text(value);
      case "county" -> county = EventJson.text(value);
      case "from" -> from = EventJson.day(value);
      case "until" ->
          until = value.hasToken(JsonToken.VALUE_NULL) ? InArrears.OPEN : EventJson.day(value);
      default -> {}
    }
  }
}
