package io.countypulse.employment.intake;

import io.countypulse.employment.vocabulary.Vocabulary;
import io.countypulse.employment.vocabulary.Word;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.sheet.CellKind;
import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.Parsed;
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
import org.jspecify.annotations.Nullable;

/** Reads one row's cells as the department means them; what is wrong is noted in the findings. */
public final class Cells {

  /** Flag: the county's name is not known, so the record counts under 待认定. */
  public static final String UNKNOWN_COUNTY = "UNKNOWN_COUNTY";

  /** Flag: a word outside the vocabulary; the row goes in without it. */
  public static final String UNKNOWN_VOCABULARY = "UNKNOWN_VOCABULARY";

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
    if (county.equals(UnitCode.UNKNOWN)) {
      return unknown(column, name);
    }
    if (!context.scope().includes(county)) {
      findings.fault(
          Fault.of(
              "COUNTY_NOT_YOURS",
              column,
              "这一行不属于您负责的县（市）区，请删去或交由该县导入",
              "The row belongs to a county you are not responsible for",
              name));
    }
    return county;
  }

  /** 人编号 or 户编号: an opaque code, since it becomes the key of published events. */
  public @Nullable String code(Column column) {
    String code = findings.required(Texts.code(row, column));
    if (code == null) {
      return null;
    }
    switch (EntityCodes.judge(code, context.businessDate())) {
      case SOUND -> {}
      case MALFORMED ->
          findings.fault(
              Fault.of(
                  "CODE_MALFORMED",
                  column,
                  column.header() + "最多 40 个字，只能由字母、数字和 - _ . / 组成",
                  "At most 40 letters, digits and - _ . /",
                  ""));
      case PERSONAL ->
          findings.fault(
              Fault.of(
                  "CODE_IS_PERSONAL",
                  column,
                  column.header() + "不能使用证件号码或手机号码，请使用系统编号",
                  "An identity or phone number cannot serve as a code",
                  ""));
    }
    return code;
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
        findings.fault(
            Fault.of(reason.name(), column, reason.message(), reason.messageEn(), masked));
        yield null;
      }
    };
  }

  /** A word of a vocabulary; null, with a flag, for one that is not known. */
  public <W extends Enum<W> & Word> @Nullable W word(Column column, Vocabulary<W> words) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    W word = words.find(text).orElse(null);
    if (word == null) {
      findings.flag(UNKNOWN_VOCABULARY);
    }
    return word;
  }

  /** 是 or 否; null, with a flag, for anything else. */
  public @Nullable Boolean yesOrNo(Column column) {
    String text = text(column);
    return switch (text) {
      case null -> null;
      case "是" -> true;
      case "否" -> false;
      default -> {
        findings.flag(UNKNOWN_VOCABULARY);
        yield null;
      }
    };
  }

  /** A calendar year from 2000 to 2100. */
  public Parsed<Integer> year(Column column) {
    return switch (Numbers.whole(row, column)) {
      case Parsed.Value<Integer>(Integer year) when year < FIRST_YEAR || year > LAST_YEAR ->
          Parsed.wrong(
              Fault.of(
                  "YEAR_OUT_OF_RANGE",
                  column,
                  column.header() + "应为 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间的年份",
                  "A year from " + FIRST_YEAR + " to " + LAST_YEAR,
                  year.toString()));
      case Parsed<Integer> year -> year;
    };
  }

  /** Free text, or null. */
  public @Nullable String text(Column column) {
    return findings.optional(Texts.name(row, column));
  }

  private @Nullable UnitCode unknown(Column column, String name) {
    if (context.scope() instanceof CountyScope.City) {
      findings.flag(UNKNOWN_COUNTY);
      return UnitCode.UNKNOWN;
    }
    findings.fault(
        Fault.of(
            UNKNOWN_COUNTY,
            column,
            "无法识别的县（市）区名称，请按规范名称填写",
            "No county of this name is known",
            name));
    return null;
  }
}
