package io.countypulse.subsidy.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.sheet.CellKind;
import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.personal.EntityCodes;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.IdentityNumber.Accepted;
import io.countypulse.platform.personal.IdentityNumber.Refused;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row's cells as the department means them; what is wrong is noted in the findings. */
public final class Cells {

  /** {@code 2023}, {@code 2023年}, and of a school year {@code 2023-2024} or {@code 2023学年}. */
  private static final Pattern YEAR =
      Pattern.compile("(\\d{4})(?:\\.0)?(?:\\s*[-—–~至/]+\\s*\\d{2,4})?\\s*(?:年|学年|学年度|年度)?");

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final SheetRow row;
  private final ImportContext context;
  private final Findings findings;

  public Cells(SheetRow row, ImportContext context, Findings findings) {
    this.row = row;
    this.context = context;
    this.findings = findings;
  }

  /** The county, which the importer must be responsible for; 待认定 for whoever has the whole city. */
  public @Nullable UnitCode county(Column column, Units units) {
    String name = findings.required(Texts.name(row, column));
    if (name == null) {
      return null;
    }
    UnitCode county = units.resolveCounty(name).map(Unit::code).orElse(UnitCode.UNKNOWN);
    boolean unknown = county.equals(UnitCode.UNKNOWN);
    if (unknown && context.scope() instanceof CountyScope.City) {
      findings.flag("UNKNOWN_COUNTY");
    } else if (unknown) {
      fault(
          "UNKNOWN_COUNTY",
          column,
          "无法识别的县（市）区名称，请按规范名称填写",
          "No county of this name is known",
          name);
    } else if (!context.scope().includes(county)) {
      fault(
          "COUNTY_NOT_YOURS",
          column,
          "这一行不属于您负责的县（市）区，请删去或交由该县导入",
          "The row belongs to a county you are not responsible for",
          name);
    }
    return county;
  }

  /** 人编号: an opaque code, since it becomes the key of published events. */
  public @Nullable String code(Column column) {
    return judged(column, findings.required(Texts.code(row, column)));
  }

  /** 户编号, where it is known. */
  public @Nullable String optionalCode(Column column) {
    return judged(column, findings.optional(Texts.code(row, column)));
  }

  /** An identity number; one of 15 digits is converted, with a flag. */
  public @Nullable IdentityNumber identityNumber(Column column) {
    IdentityNumber.Reading reading =
        row.kind(column) == CellKind.NUMBER
            ? IdentityNumber.readNumericCell()
            : IdentityNumber.read(row.text(column), context.businessDate());
    return switch (reading) {
      case Accepted(IdentityNumber number, boolean converted) -> {
        if (converted) {
          findings.flag("IDENTITY_NUMBER_CONVERTED");
        }
        yield number;
      }
      case Refused(IdentityNumber.Reason reason) -> {
        String masked = Masked.identityNumber(row.text(column));
        fault(reason.name(), column, reason.message(), reason.messageEn(), masked);
        yield null;
      }
    };
  }

  /** A calendar or school year from 2000 to 2100, by its first year. */
  public @Nullable Integer year(Column column) {
    String text = findings.required(Texts.name(row, column));
    if (text == null) {
      return null;
    }
    Matcher written = YEAR.matcher(text);
    int year = written.matches() ? Integer.parseInt(written.group(1)) : 0;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      fault(
          "YEAR_OUT_OF_RANGE",
          column,
          column.header() + "应为 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间的年份，如 2023",
          "A year from " + FIRST_YEAR + " to " + LAST_YEAR,
          text);
      return null;
    }
    return year;
  }

  /** Money in fen; null where nothing is told. */
  public @Nullable Long fen(Column column) {
    BigDecimal yuan = findings.optional(Numbers.money(row, column));
    return yuan == null ? null : yuan.movePointRight(2).longValueExact();
  }

  /** The day of a payment: not after the business date; where none is told, the import's own. */
  public LocalDate paidOn(Column column) {
    LocalDate told = findings.optional(Dates.parse(row, column));
    if (told != null && told.isAfter(context.businessDate())) {
      fault(
          "DATE_IN_FUTURE",
          column,
          column.header() + "晚于 " + context.businessDate() + "，请核对",
          "The payment lies in the future",
          told.toString());
    }
    return told == null ? context.asOf() : told;
  }

  /** Free text, or null. */
  public @Nullable String text(Column column) {
    return findings.optional(Texts.name(row, column));
  }

  private @Nullable String judged(Column column, @Nullable String code) {
    if (code == null) {
      return null;
    }
    switch (EntityCodes.judge(code, context.businessDate())) {
      case SOUND -> {}
      case MALFORMED ->
          fault(
              "CODE_MALFORMED",
              column,
              column.header() + "最多 40 个字，只能由字母、数字和 - _ . / 组成",
              "At most 40 letters, digits and - _ . /",
              "");
      case PERSONAL ->
          fault(
              "CODE_IS_PERSONAL",
              column,
              column.header() + "不能使用证件号码或手机号码，请使用系统编号",
              "An identity or phone number cannot serve as a code",
              "");
    }
    return code;
  }

  private void fault(String code, Column column, String message, String messageEn, String value) {
    findings.fault(Fault.of(code, column, message, messageEn, value));
  }
}
