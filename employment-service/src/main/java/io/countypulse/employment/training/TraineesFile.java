package io.countypulse.employment.training;

import io.countypulse.employment.worker.Personal;
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
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Units;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trainees file (DOMAIN.md § 10): one row a person and session. */
@Component
final class TraineesFile implements FileKind<Trainee> {

  /** Name and identity number, a line each. */
  static final PersonalColumn PERSONAL = PersonalColumn.of("trainee", "personal_encrypted");

  private static final Layout LAYOUT = Layout.of(TraineeColumn.values());
  private static final List<String> COLUMNS =
      List.of(
          "county text collate \"C\" not null",
          "household_id text collate \"C\" not null",
          "person_id text collate \"C\" not null",
          "personal_encrypted bytea not null",
          "identity_hash bytea not null",
          "trade text not null",
          "organiser text not null",
          "begins_on date not null",
          "ends_on date");

  private final Units units;
  private final PersonalData personalData;
  private final Outbox outbox;
  private final Staging<Trainee> staging = new Staging<>("staged_trainee", COLUMNS, this::write);

  TraineesFile(Units units, PersonalData personalData, Outbox outbox) {
    this.units = units;
    this.personalData = personalData;
    this.outbox = outbox;
  }

  @Override
  public String code() {
    return "trainees";
  }

  @Override
  public String title() {
    return "培训人员";
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Set<Role> writers() {
    return Set.of(Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD);
  }

  @Override
  public RowCheck<Trainee> check(SheetRow row, ImportContext context) {
    return new TraineeCheck(row, context, units).verdict();
  }

  @Override
  public Staging<Trainee> staging() {
    return staging;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new TraineesImport(context, jdbc, outbox.traceparent()).apply();
  }

  private void write(Trainee row, StagedRow staged) {
    String personal = row.name() + "\n" + row.identityNumber().value();
    staged.text(row.county().value()).text(row.householdId()).text(row.personId());
    staged.bytes(personalData.encrypt(PERSONAL, personal));
    staged.bytes(Personal.hash(personalData, row.identityNumber()));
    staged.text(row.trade()).text(row.organiser()).date(row.beginsOn()).date(row.endsOn());
  }
}
