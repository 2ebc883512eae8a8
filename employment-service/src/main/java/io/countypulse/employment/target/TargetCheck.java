package io.countypulse.employment.target;

import static io.countypulse.employment.target.TargetColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.employment.intake.Cells;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one row of the targets file by itself (DOMAIN.md § 4 and § 10). */
final class TargetCheck {

  static final String OURS = "务工人数";
  private static final Set<String> OF_OTHERS = Set.of("小额信贷发放");
  private static final Set<String> DASHES = Set.of("—", "——", "-", "--", "－", "/", "无");

  private final SheetRow row;
  private final Units units;
  private final Findings findings = new Findings();
  private final Cells cells;

  TargetCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.units = units;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<TargetRow> verdict() {
    String programme = findings.required(Texts.name(row, PROGRAMME));
    if (programme != null && OF_OTHERS.contains(programme)) {
      return new RowCheck.Skipped<>("OTHER_DEPARTMENT");
    }
    if (programme != null && !programme.equals(OURS)) {
      findings.fault(
          Fault.of(
              "UNKNOWN_PROGRAMME",
              PROGRAMME,
              "无法识别的项目，应为 务工人数 或 小额信贷发放",
              "Unknown programme: 务工人数 or 小额信贷发放",
              programme));
    }
    UnitCode county = cells.county(COUNTY, units);
    Integer year = findings.required(cells.year(YEAR));
    Integer value = value();
    LocalDate deadline = deadline(year);
    return findings.verdict(
        () ->
            new TargetRow(
                requireNonNull(county), requireNonNull(year), value, requireNonNull(deadline)));
  }

  private @Nullable Integer value() {
    return DASHES.contains(row.text(VALUE)) ? null : findings.optional(Numbers.whole(row, VALUE));
  }

  private @Nullable LocalDate deadline(@Nullable Integer year) {
    LocalDate told = findings.optional(Dates.parse(row, DEADLINE));
    if (told != null && year != null && told.getYear() != year) {
      findings.fault(
          Fault.of(
              "DEADLINE_OUTSIDE_YEAR",
              DEADLINE,
              "完成时限应在该年度之内",
              "The deadline must lie within the year",
              told.toString()));
    }
    return told == null && year != null ? LocalDate.of(year, 12, 31) : told;
  }
}
