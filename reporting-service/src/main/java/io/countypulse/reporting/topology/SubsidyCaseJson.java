package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Period;
import io.countypulse.reporting.contribution.Quantity;
import io.countypulse.reporting.contribution.SubsidyCase;
import io.countypulse.reporting.contribution.SubsidyCase.Payment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code subsidy.case.v1}: only what figures are made of. */
final class SubsidyCaseJson {

  private final EventStamp stamp = new EventStamp();
  private final ResidenceJson residence = new ResidenceJson();
  private final List<Payment> payments = new ArrayList<>(2);
  private String programme = "";
  private String period = "";
  private @Nullable Integer entitledFrom;
  private @Nullable Integer date;
  private @Nullable Long amount;
  private int returned;

  private SubsidyCaseJson() {}

  static Event read(byte[] json) {
    SubsidyCaseJson subsidy = new SubsidyCaseJson();
    EventJson.read(json, subsidy::field);
    return subsidy.stamp.on(subsidy::state);
  }

  private SubsidyCase state(long version) {
    if (programme.isEmpty() || !Period.YEAR.isNamedBy(period)) {
      throw new IllegalArgumentException("a case of no programme or period");
    }
    return new SubsidyCase(
        version,
        SubsidyCase.Kind.of(programme),
        period,
        residence.residence(),
        entitledFrom,
        payments);
  }

  private void field(String name, JsonParser value) {
    switch (name) {
      case "programme" -> programme = EventJson.text(value);
      case "period" -> period = EventJson.text(value);
      case "residence" -> residence.read(value);
      case "entitled" -> {
        if (!value.hasToken(JsonToken.VALUE_NULL)) {
          EventJson.readObject(value, this::entitledField);
        }
      }
      case "payments" -> EventJson.readArray(value, () -> readPayment(value));
      default -> stamp.field(name, value);
    }
  }

  private void entitledField(String name, JsonParser value) {
    if (name.equals("from")) {
      entitledFrom = EventJson.day(value);
    }
  }

  private void readPayment(JsonParser json) {
    date = null;
    amount = null;
    returned = Payment.KEPT;
    EventJson.readObject(json, this::paymentField);
    if (date == null || amount == null) {
      throw new IllegalArgumentException("a payment that lacks a field");
    }
    payments.add(new Payment(date, amount, returned));
  }

  private void paymentField(String name, JsonParser value) {
    switch (name) {
      case "date" -> date = EventJson.day(value);
      case "amount" -> amount = EventJson.amount(value, Quantity.YUAN);
      case "returned" ->
          returned = value.hasToken(JsonToken.VALUE_NULL) ? Payment.KEPT : EventJson.day(value);
      default -> {}
    }
  }
}
