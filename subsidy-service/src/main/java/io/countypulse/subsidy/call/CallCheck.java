package io.countypulse.subsidy.call;

import static java.util.Objects.requireNonNull;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.personal.EntityCodes;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one row of the verification calls file by itself (DOMAIN.md § 6 and § 10). */
final class CallCheck {

  private static final Set<String> DASHES = Set.of("—", "——", "-", "--", "－", "/", "无");

  private final SheetRow row;
  private final ImportContext context;
  private final Units units;
  private final Findings findings = new Findings();

  CallCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.context = context;
    this.units = units;
  }

  RowCheck<CallRow> verdict() {
    UnitCode county = county();
    String person = person();
    LocalDate day = day();
    Outcome outcome = outcome();
    Map<Policy, Answer> answers = answers(outcome);
    return findings.verdict(
        () ->
            new CallRow(
                requireNonNull(county),
                requireNonNull(person),
                requireNonNull(day),
                requireNonNull(outcome),
                answers));
  }

  /** A lead of the whole city may name a county nobody knows: it counts under 待认定. */
  private @Nullable UnitCode county() {
    String name = findings.required(Texts.name(row, CallColumn.COUNTY));
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
          CallColumn.COUNTY,
          "无法识别的县（市）区名称，请按规范名称填写",
          "No county of this name is known",
          name);
    } else if (!context.scope().includes(county)) {
      fault(
          "COUNTY_NOT_YOURS",
          CallColumn.COUNTY,
          "这一行不属于您负责的县（市）区，请删去或交由该县导入",
          "The row belongs to a county you are not responsible for",
          name);
    }
    return county;
  }

  private @Nullable String person() {
    String code = findings.required(Texts.code(row, CallColumn.PERSON));
    if (code == null) {
      return null;
    }
    switch (EntityCodes.judge(code, context.businessDate())) {
      case SOUND -> {}
      case MALFORMED ->
          fault(
              "CODE_MALFORMED",
              CallColumn.PERSON,
              "人编号最多 40 个字，只能由字母、数字和 - _ . / 组成",
              "At most 40 letters, digits and - _ . /",
              "");
      case PERSONAL ->
          fault(
              "CODE_IS_PERSONAL",
              CallColumn.PERSON,
              "人编号不能使用证件号码或手机号码，请使用系统编号",
              "An identity or phone number cannot serve as a code",
              "");
    }
    return code;
  }

  private @Nullable LocalDate day() {
    LocalDate day = findings.required(Dates.parse(row, CallColumn.DAY));
    if (day != null && day.isAfter(context.businessDate())) {
      fault(
          "DATE_IN_FUTURE",
          CallColumn.DAY,
          "拨打日期晚于当前业务日期 " + context.businessDate() + "，请核对",
          "The call lies after the business date " + context.businessDate(),
          day.toString());
    }
    return day;
  }

  /** Without its outcome a call says nothing, so that an unknown word is no mere note. */
  private @Nullable Outcome outcome() {
    String word = findings.required(Texts.name(row, CallColumn.OUTCOME));
    if (word == null) {
      return null;
    }
    @Nullable Outcome outcome = Outcome.find(word).orElse(null);
    if (outcome == null) {
      fault(
          "UNKNOWN_OUTCOME",
          CallColumn.OUTCOME,
          "无法识别的结果，应为 有效、号码错误、空号 或 无人接听",
          "Unknown outcome: 有效, 号码错误, 空号 or 无人接听",
          word);
    }
    return outcome;
  }

  private Map<Policy, Answer> answers(@Nullable Outcome outcome) {
    Map<Policy, Answer> answers = new EnumMap<>(Policy.class);
    for (Policy policy : Policy.values()) {
      String word = findings.optional(Texts.name(row, policy.column()));
      if (word != null && !DASHES.contains(word)) {
        Answer.find(word)
            .ifPresentOrElse(
                answer -> answers.put(policy, answer), () -> findings.flag("UNKNOWN_VOCABULARY"));
      }
    }
    if (outcome == Outcome.VALID || answers.isEmpty()) {
      return answers;
    }
    findings.flag("ANSWER_WITHOUT_VALID_CALL");
    return Map.of();
  }

  private void fault(
      String code, CallColumn column, String message, String messageEn, String value) {
    findings.fault(Fault.of(code, column, message, messageEn, value));
  }
}
