package io.countypulse.credit.target;

import static io.countypulse.credit.target.TargetColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one row of the targets file by itself (DOMAIN.md § 5 and § 10). */
final class TargetCheck {

  private static final String OURS = "小额信贷发放";
  private static final Set<String> OF_OTHERS = Set.of("务工人数");
  private static final Set<String> DASHES = Set.of("—", "——", "-", "--", "－", "/", "无");

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final SheetRow row;
  private final CountyScope scope;
  private final Units units;
  private final Findings findings = new Findings();

  TargetCheck(SheetRow row, CountyScope scope, Units units) {
    this.row = row;
    this.scope = scope;
    this.units = units;
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
    UnitCode county = county();
    Integer year = year();
    BigDecimal value = value();
    LocalDate deadline = deadline(year);
    return findings.verdict(
        () ->
            new TargetRow(
                requireNonNull(county), requireNonNull(year), value, requireNonNull(deadline)));
  }

  /** In yuan; the file tells it in 万元. */
  private @Nullable BigDecimal value() {
    if (DASHES.contains(row.text(VALUE))) {
      return null;
    }
    BigDecimal told = findings.optional(Numbers.decimal(row, VALUE));
    BigDecimal yuan = told == null ? null : told.multiply(TEN_THOUSAND).stripTrailingZeros();
    if (yuan != null && yuan.scale() > 2) {
      findings.fault(
          Fault.of(
              "TOO_MANY_DECIMALS",
              VALUE,
              "目标值以万元为单位，最多六位小数",
              "In 万元, with at most six decimals",
              row.text(VALUE)));
      return null;
    }
    return yuan == null ? null : yuan.setScale(2);
  }

  /** A lead is responsible for the whole city, so an unknown name counts under 待认定. */
  private @Nullable UnitCode county() {
    String name = findings.required(Texts.name(row, COUNTY));
    if (name == null) {
      return null;
    }
    UnitCode county = units.resolveCounty(name).map(Unit::code).orElse(UnitCode.UNKNOWN);
    if (county.equals(UnitCode.UNKNOWN)) {
      findings.flag("UNKNOWN_COUNTY");
    }
    if (!scope.includes(county)) {
      findings.fault(
          Fault.of(
              "COUNTY_NOT_YOURS",
              COUNTY,
              "这一行不属于您负责的县（市）区",
              "The row belongs to a county you are not responsible for",
              name));
    }
    return county;
  }

  private @Nullable Integer year() {
    Integer year = findings.required(Numbers.whole(row, YEAR));
    if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
      findings.fault(
          Fault.of(
              "YEAR_OUT_OF_RANGE",
              YEAR,
              "年度应为 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间的年份",
              "A year from " + FIRST_YEAR + " to " + LAST_YEAR,
              year.toString()));
      return null;
    }
    return year;
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
