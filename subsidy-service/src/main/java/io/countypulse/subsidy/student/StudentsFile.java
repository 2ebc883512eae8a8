package io.countypulse.subsidy.student;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.FileKind;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.StagedRow;
import io.countypulse.platform.intake.Staging;
import io.countypulse.platform.intake.sheet.Layout;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.intake.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The students file (DOMAIN.md § 10): one row a student and school year, or term of one. */
@Component
final class StudentsFile implements FileKind<Student> {

  private static final Layout LAYOUT = Layout.of(StudentColumn.values());
  private static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(
                  "county text collate \"C\" not null",
                  "household_id text collate \"C\"",
                  "person_id text collate \"C\" not null",
                  "school text",
                  "stage text",
                  "school_year int4 not null",
                  "term text not null",
                  "amount_fen int8",
                  "paid_fen int8",
                  "paid_on date"),
              Named.COLUMNS.stream())
          .toList();

  private final Units units;
  private final Outbox outbox;
  private final PersonalData personalData;
  private final Staging<Student> staging = new Staging<>("staged_student", COLUMNS, this::write);

  StudentsFile(Units units, Outbox outbox, PersonalData personalData) {
    this.units = units;
    this.outbox = outbox;
    this.personalData = personalData;
  }

  @Override
  public String code() {
    return "students";
  }

  @Override
  public String title() {
    return "雨露计划学生";
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Set<Role> writers() {
    return Set.of(Role.SUBSIDY_CLERK, Role.SUBSIDY_LEAD);
  }

  @Override
  public RowCheck<Student> check(SheetRow row, ImportContext context) {
    return new StudentCheck(row, context, units).verdict();
  }

  @Override
  public Staging<Student> staging() {
    return staging;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new StudentsImport(context, jdbc, outbox.traceparent()).apply();
  }

  private void write(Student row, StagedRow staged) {
    staged.text(row.county().value()).text(row.householdId()).text(row.personId());
    staged.text(row.school()).text(row.stage()).number(row.schoolYear()).text(row.term());
    staged.bigNumber(row.amount()).bigNumber(row.paid()).date(row.paidOn());
    row.named().stage(personalData, staged);
  }
}
