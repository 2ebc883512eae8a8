package io.countypulse.employment.worker;

import static io.countypulse.employment.worker.WorkerColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.employment.intake.Cells;
import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.Post;
import io.countypulse.employment.vocabulary.Provinces;
import io.countypulse.employment.vocabulary.Sector;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one row of the workers file by itself (DOMAIN.md § 4 and § 10). */
final class WorkerCheck {

  /** Flag: something is said about a job, but not since when; it does not count as work. */
  static final String JOB_WITHOUT_START = "JOB_WITHOUT_START";

  private final SheetRow row;
  private final ImportContext context;
  private final Units units;
  private final Findings findings = new Findings();
  private final Cells cells;

  WorkerCheck(SheetRow row, ImportContext context, Units units) {
    this.row = row;
    this.context = context;
    this.units = units;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<WorkerRow> verdict() {
    String person = cells.code(PERSON);
    boolean personKnown = person != null && findings.sound();
    UnitCode county = cells.county(COUNTY, units);
    String household = cells.code(HOUSEHOLD);
    Personal personal = personal();
    HouseholdCategory category = cells.word(CATEGORY, HouseholdCategory.WORDS);
    Labour labour = cells.word(LABOUR, Labour.WORDS);
    Boolean wish = cells.yesOrNo(WISH);
    Spell spell = spell();
    var workplace =
        new Workplace(
            cells.text(EMPLOYER),
            findings.optional(Numbers.money(row, WAGE)),
            cells.word(SECTOR, Sector.WORDS));
    String township = cells.text(TOWNSHIP);
    String village = cells.text(VILLAGE);
    RowCheck<WorkerRow> verdict =
        findings.verdict(
            () ->
                new WorkerRow.Sound(
                    requireNonNull(person),
                    requireNonNull(household),
                    requireNonNull(county),
                    township,
                    village,
                    requireNonNull(personal),
                    category,
                    labour,
                    wish,
                    spell,
                    workplace));
    return verdict instanceof RowCheck.Rejected<WorkerRow> rejected && personKnown
        ? new RowCheck.Accepted<>(
            new WorkerRow.Faulty(requireNonNull(person), rejected.faults()), Set.of())
        : verdict;
  }

  private @Nullable Personal personal() {
    String name = findings.required(Texts.name(row, NAME));
    IdentityNumber number = cells.identityNumber(IDENTITY);
    return name == null || number == null ? null : new Personal(name, number);
  }

  private @Nullable Spell spell() {
    LocalDate start = findings.optional(Dates.parse(row, START));
    LocalDate end = findings.optional(Dates.parse(row, END));
    WorkArea area = cells.word(AREA, WorkArea.WORDS);
    Post post = cells.word(POST, Post.WORDS);
    String province = province();
    if (start == null) {
      flagJobWithoutStart();
      return null;
    }
    if (start.isAfter(context.businessDate())) {
      findings.fault(
          Fault.of(
              "START_IN_FUTURE",
              START,
              "开始日期晚于业务日期 " + context.businessDate() + "，请在实际务工后再填报",
              "The spell starts after the business date " + context.businessDate(),
              start.toString()));
    }
    if (end != null && end.isBefore(start)) {
      findings.fault(
          Fault.of(
              "END_BEFORE_START",
              END,
              "结束日期早于开始日期 " + start + "，请核对",
              "The spell ends before it starts on " + start,
              end.toString()));
      return null;
    }
    return new Spell(start, end, area, province, post);
  }

  private @Nullable String province() {
    String text = cells.text(PROVINCE);
    if (text == null) {
      return null;
    }
    String province = Provinces.find(text).orElse(null);
    if (province == null) {
      findings.flag(Cells.UNKNOWN_VOCABULARY);
    }
    return province;
  }

  private void flagJobWithoutStart() {
    boolean startBlank = row.isBlank(START);
    boolean nothingSaid =
        row.isBlank(END) && row.isBlank(EMPLOYER) && row.isBlank(AREA) && row.isBlank(WAGE);
    if (startBlank && !nothingSaid) {
      findings.flag(JOB_WITHOUT_START);
    }
  }
}
