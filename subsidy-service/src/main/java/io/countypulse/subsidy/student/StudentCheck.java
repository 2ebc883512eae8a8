package io.countypulse.subsidy.student;

import static io.countypulse.subsidy.student.StudentColumn.*;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.intake.Cells;
import io.countypulse.subsidy.intake.Named;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** Judges one row of the students file by itself (DOMAIN.md § 10). */
final class StudentCheck {

  private final SheetRow row;
  private final Units units;
  private final Findings findings = new Findings();
  private final Cells cells;

  StudentCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.units = units;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<Student> verdict() {
    UnitCode county = cells.county(COUNTY, units);
    String household = cells.optionalCode(HOUSEHOLD);
    String person = cells.code(PERSON);
    String name = findings.required(Texts.name(row, NAME));
    IdentityNumber number = cells.identityNumber(IDENTITY);
    String school = cells.text(SCHOOL);
    String stage = stage();
    Integer schoolYear = cells.year(SCHOOL_YEAR);
    String term = requireNonNullElse(cells.text(TERM), "");
    Long amount = cells.fen(AMOUNT);
    Long told = cells.fen(PAID);
    LocalDate paidOn = cells.paidOn(PAID_ON);
    Long paid = told == null || told == 0 ? null : told;
    flagPayment(schoolYear, amount, paid, paidOn);
    return findings.verdict(
        () ->
            new Student(
                requireNonNull(county),
                household,
                requireNonNull(person),
                new Named(requireNonNull(name), requireNonNull(number)),
                school,
                stage,
                requireNonNull(schoolYear),
                term,
                amount,
                paid,
                paid == null ? null : paidOn));
  }

  private @Nullable String stage() {
    String told = cells.text(STAGE);
    return switch (told) {
      case null -> null;
      case "中职", "中等职业教育" -> "SECONDARY";
      case "高职", "高等职业教育" -> "HIGHER";
      default -> {
        findings.flag("UNKNOWN_VOCABULARY");
        yield null;
      }
    };
  }

  /** Facts are taken as they are, and noted where they cannot be right. */
  private void flagPayment(
      @Nullable Integer schoolYear, @Nullable Long amount, @Nullable Long paid, LocalDate paidOn) {
    if (paid == null && !row.isBlank(PAID_ON)) {
      findings.flag("PAYMENT_WITHOUT_AMOUNT");
    }
    if (paid != null && amount != null && paid > amount) {
      findings.flag("PAID_ABOVE_AMOUNT");
    }
    if (paid != null
        && schoolYear != null
        && paidOn.isBefore(LocalDate.of(schoolYear, Month.SEPTEMBER, 1))) {
      findings.flag("PAID_BEFORE_ENTITLED");
    }
  }
}
