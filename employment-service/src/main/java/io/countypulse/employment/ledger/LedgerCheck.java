package io.countypulse.employment.ledger;

import static io.countypulse.employment.ledger.LedgerColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.employment.intake.Cells;
import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.Provinces;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.employment.worker.Personal;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one row of another system's export by itself. */
final class LedgerCheck {

  private static final Set<String> IN_WORK = Set.of("是", "务工", "在岗", "已就业", "就业", "已务工");
  private static final Set<String> OUT_OF_WORK = Set.of("否", "未务工", "不在岗", "未就业", "失业", "待业", "返乡");

  private final SheetRow row;
  private final Units units;
  private final Findings findings = new Findings();
  private final Cells cells;

  LedgerCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.units = units;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<LedgerRow> verdict() {
    UnitCode county = cells.county(COUNTY, units);
    boolean personTold = !row.isBlank(PERSON);
    String person = personTold ? cells.code(PERSON) : null;
    IdentityNumber number = row.isBlank(IDENTITY) ? null : cells.identityNumber(IDENTITY);
    if (!personTold && row.isBlank(IDENTITY)) {
      findings.fault(
          Fault.of(
              "MISSING",
              PERSON,
              "人编号和证件号码至少填一项",
              "Neither person code nor identity number is told",
              ""));
    }
    String name = cells.text(NAME);
    String household = row.isBlank(HOUSEHOLD) ? null : cells.code(HOUSEHOLD);
    String township = cells.text(TOWNSHIP);
    String village = cells.text(VILLAGE);
    HouseholdCategory category = cells.word(CATEGORY, HouseholdCategory.WORDS);
    Labour labour = cells.word(LABOUR, Labour.WORDS);
    Boolean working = working();
    WorkArea area = cells.word(AREA, WorkArea.WORDS);
    String province = province();
    String employer = cells.text(EMPLOYER);
    LocalDate start = findings.optional(Dates.parse(row, START));
    LocalDate end = findings.optional(Dates.parse(row, END));
    return findings.verdict(
        () ->
            new LedgerRow(
                requireNonNull(county),
                person,
                number,
                name == null || number == null ? null : new Personal(name, number),
                household,
                township,
                village,
                category,
                labour,
                working,
                area,
                province,
                employer,
                start,
                end != null && start != null && end.isBefore(start) ? start : end));
  }

  private @Nullable Boolean working() {
    String text = cells.text(STATE);
    if (text == null) {
      return null;
    }
    if (IN_WORK.contains(text)) {
      return true;
    }
    if (!OUT_OF_WORK.contains(text)) {
      findings.flag(Cells.UNKNOWN_VOCABULARY);
      return null;
    }
    return false;
  }

  private @Nullable String province() {
    String text = cells.text(PROVINCE);
    return text == null ? null : Provinces.find(text).orElse(null);
  }
}
