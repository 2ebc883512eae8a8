package io.countypulse.employment.training;

import static io.countypulse.employment.training.TraineeColumn.*;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.countypulse.employment.intake.Cells;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;

/** Judges one row of the trainees file by itself (DOMAIN.md § 10). */
final class TraineeCheck {

  private final SheetRow row;
  private final ImportContext context;
  private final Units units;
  private final Findings findings = new Findings();
  private final Cells cells;

  TraineeCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.context = context;
    this.units = units;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<Trainee> verdict() {
    UnitCode county = cells.county(COUNTY, units);
    String household = cells.code(HOUSEHOLD);
    String person = cells.code(PERSON);
    String name = findings.required(Texts.name(row, NAME));
    IdentityNumber number = cells.identityNumber(IDENTITY);
    String trade = findings.required(Texts.name(row, TRADE));
    String organiser = cells.text(ORGANISER);
    LocalDate told = findings.optional(Dates.parse(row, BEGINS));
    LocalDate begins = told == null ? context.asOf() : told;
    LocalDate ends = findings.optional(Dates.parse(row, ENDS));
    if (ends != null && ends.isBefore(begins)) {
      findings.fault(
          Fault.of(
              "END_BEFORE_START",
              ENDS,
              "结束日期早于开始日期 " + begins + "，请核对",
              "The training ends before it starts on " + begins,
              ends.toString()));
    }
    return findings.verdict(
        () ->
            new Trainee(
                requireNonNull(county),
                requireNonNull(household),
                requireNonNull(person),
                requireNonNull(name),
                requireNonNull(number),
                requireNonNull(trade),
                requireNonNullElse(organiser, ""),
                begins,
                ends));
  }
}
