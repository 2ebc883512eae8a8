package io.countypulse.employment.household;

import static io.countypulse.employment.household.HouseholdColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.employment.intake.Cells;
import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one row of the households file by itself (DOMAIN.md § 10). */
final class HouseholdCheck {

  private static final int LARGEST = 100;

  private final SheetRow row;
  private final Units units;
  private final Findings findings = new Findings();
  private final Cells cells;

  HouseholdCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.units = units;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<HouseholdRow> verdict() {
    String household = cells.code(HOUSEHOLD);
    boolean householdKnown = household != null && findings.sound();
    UnitCode county = cells.county(COUNTY, units);
    String township = cells.text(TOWNSHIP);
    String village = cells.text(VILLAGE);
    HouseholdCategory category = cells.word(CATEGORY, HouseholdCategory.WORDS);
    Integer headCount = headCount();
    Integer year = findings.optional(cells.year(YEAR));
    BigDecimal income = income(year);
    RowCheck<HouseholdRow> verdict =
        findings.verdict(
            () ->
                new HouseholdRow.Sound(
                    requireNonNull(household),
                    requireNonNull(county),
                    township,
                    village,
                    category,
                    headCount,
                    income == null ? null : year,
                    income));
    return verdict instanceof RowCheck.Rejected<HouseholdRow> rejected && householdKnown
        ? new RowCheck.Accepted<>(
            new HouseholdRow.Faulty(requireNonNull(household), rejected.faults()), Set.of())
        : verdict;
  }

  private @Nullable Integer headCount() {
    Integer count = findings.optional(Numbers.whole(row, HEAD_COUNT));
    if (count != null && (count < 1 || count > LARGEST)) {
      findings.fault(
          Fault.of(
              "HEAD_COUNT_IMPLAUSIBLE",
              HEAD_COUNT,
              "家庭人口应为 1 至 " + LARGEST + " 人，请核对",
              "A household has 1 to " + LARGEST + " members",
              count.toString()));
    }
    return count;
  }

  private @Nullable BigDecimal income(@Nullable Integer year) {
    BigDecimal income = findings.optional(Numbers.money(row, INCOME));
    if (income != null && year == null && row.isBlank(YEAR)) {
      findings.fault(
          Fault.of("YEAR_MISSING", YEAR, "填了家庭纯收入而缺少年度，请补填", "An income needs its year", ""));
    }
    return income;
  }
}
