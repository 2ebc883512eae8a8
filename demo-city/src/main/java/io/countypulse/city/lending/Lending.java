package io.countypulse.city.lending;

import io.countypulse.city.Unit;
import java.time.LocalDate;

/**
 * What a unit was asked to lend in the business date's year, and what must come out of its loans.
 *
 * @param target in 万元; stands in the same file as the persons to be in work
 * @param deadline when it is to be lent
 * @param monthAgo figures as of a month before the business date
 * @param today figures as of the business date
 */
public record Lending(Unit unit, String target, LocalDate deadline, Ledger monthAgo, Ledger today) {

  public Lending {
    if (today.issued() < monthAgo.issued()
        || today.issuedHouseholds() < monthAgo.issuedHouseholds()) {
      throw new IllegalArgumentException(unit.name() + ": what is lent stays lent");
    }
  }
}
