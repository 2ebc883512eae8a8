package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Loan;
import io.countypulse.reporting.contribution.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads {@code credit.loan.v1}: only what figures are made of. */
final class LoanJson {

  /** Statuses under which the balance is overdue once its due day is over (DOMAIN.md § 5). */
  private static final Set<String> FALLS_DUE = Set.of("NORMAL", "OVERDUE", "RENEWED");

  private final EventStamp stamp = new EventStamp();
  private final ResidenceJson residence = new ResidenceJson();
  private final List<Loan.Position> positions = new ArrayList<>(4);
  private @Nullable Integer issuedOn;
  private @Nullable Long issued;
  private @Nullable Integer from;
  private @Nullable Integer due;
  private @Nullable Long balance;
  private @Nullable Long overdue;
  private boolean fallsDue;

  private LoanJson() {}

  static Event read(byte[] json) {
    LoanJson loan = new LoanJson();
    EventJson.read(json, loan::field);
    return loan.stamp.on(loan::state);
  }

  private Loan state(long version) {
    if (issuedOn == null || issued == null) {
      throw new IllegalArgumentException("a loan that was not issued");
    }
    return new Loan(version, residence.residence(), issuedOn, issued, positions);
  }

  private void field(String name, JsonParser value) {
    switch (name) {
      case "residence" -> residence.read(value);
      case "issued" -> EventJson.readObject(value, this::issuedField);
      case "positions" -> EventJson.readArray(value, () -> readPosition(value));
      default -> stamp.field(name, value);
    }
  }

  private void issuedField(String name, JsonParser value) {
    switch (name) {
      case "date" -> issuedOn = EventJson.day(value);
      case "amount" -> issued = EventJson.amount(value, Quantity.YUAN);
      default -> {}
    }
  }

  private void readPosition(JsonParser json) {
    from = null;
    due = null;
    balance = null;
    overdue = null;
    fallsDue = false;
    EventJson.readObject(json, this::positionField);
    if (from == null || due == null || balance == null || overdue == null) {
      throw new IllegalArgumentException("a position that lacks a field");
    }
    positions.add(new Loan.Position(from, due, balance, overdue, fallsDue));
  }

  private void positionField(String name, JsonParser value) {
    switch (name) {
      case "from" -> from = EventJson.day(value);
      case "due" -> due = EventJson.day(value);
      case "balance" -> balance = EventJson.amount(value, Quantity.YUAN);
      case "overdue" -> overdue = EventJson.amount(value, Quantity.YUAN);
      case "status" -> fallsDue = FALLS_DUE.contains(EventJson.text(value));
      default -> {}
    }
  }
}
