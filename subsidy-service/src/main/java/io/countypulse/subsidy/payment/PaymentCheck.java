package io.countypulse.subsidy.payment;

import static io.countypulse.subsidy.payment.PaymentColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.intake.Cells;
import io.countypulse.subsidy.intake.Named;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Judges one row of the transport payments file by itself (DOMAIN.md § 10). */
final class PaymentCheck {

  private final SheetRow row;
  private final Units units;
  private final Findings findings = new Findings();
  private final Cells cells;

  PaymentCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.units = units;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<Payment> verdict() {
    UnitCode county = cells.county(COUNTY, units);
    String person = cells.code(PERSON);
    String name = findings.required(Texts.name(row, NAME));
    IdentityNumber number = cells.identityNumber(IDENTITY);
    Integer year = cells.year(YEAR);
    BigDecimal yuan = findings.required(Numbers.money(row, PAID));
    LocalDate paidOn = cells.paidOn(PAID_ON);
    return findings.verdict(
        () ->
            new Payment(
                requireNonNull(county),
                requireNonNull(person),
                new Named(requireNonNull(name), requireNonNull(number)),
                requireNonNull(year),
                requireNonNull(yuan).movePointRight(2).longValueExact(),
                paidOn));
  }
}
