package io.countypulse.employment.ledger;

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
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Units;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Another system's export for the import's as-of date: it is compared with the register, which
 * stays as it is.
 */
@Component
final class LedgerFile implements FileKind<LedgerRow> {

  private static final Layout LAYOUT = Layout.of(LedgerColumn.values());
  private static final List<String> COLUMNS =
      List.of(
          "county text collate \"C\" not null",
          "person_id text collate \"C\"",
          "identity_hash bytea",
          "personal_encrypted bytea",
          "personal_digest bytea",
          "household_id text collate \"C\"",
          "township text",
          "village text",
          "category text",
          "labour text",
          "working boolean",
          "area text",
          "province text",
          "employer text",
          "start_day date",
          "end_day date");

  private final Units units;
  private final PersonalData personalData;
  private final Staging<LedgerRow> staging = new Staging<>("staged_ledger", COLUMNS, this::write);

  LedgerFile(Units units, PersonalData personalData) {
    this.units = units;
    this.personalData = personalData;
  }

  @Override
  public String code() {
    return "ledger";
  }

  @Override
  public String title() {
    return "其他系统台账（比对）";
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
  public RowCheck<LedgerRow> check(SheetRow row, ImportContext context) {
    return new LedgerCheck(row, context, units).verdict();
  }

  @Override
  public Staging<LedgerRow> staging() {
    return staging;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new Comparison(context, jdbc).apply();
  }

  private void write(LedgerRow row, StagedRow staged) {
    IdentityNumber number = row.identityNumber();
    Personal personal = row.personal();
    staged.text(row.county().value()).text(row.personId());
    staged.bytes(number == null ? null : Personal.hash(personalData, number));
    staged.bytes(personal == null ? null : personal.encrypted(personalData));
    staged.bytes(personal == null ? null : personal.digest(personalData));
    staged.text(row.householdId()).text(row.township()).text(row.village());
    staged.text(name(row.category())).text(name(row.labour())).truth(row.working());
    staged.text(name(row.area())).text(row.province()).text(row.employer());
    staged.date(row.start()).date(row.end());
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
