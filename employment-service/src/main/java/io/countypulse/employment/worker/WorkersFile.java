package io.countypulse.employment.worker;

import io.countypulse.employment.worker.WorkerRow.Faulty;
import io.countypulse.employment.worker.WorkerRow.Sound;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The workers file (DOMAIN.md § 10): one row a spell; a person's rows replace what is known of that
 * person.
 */
@Component
final class WorkersFile implements FileKind<WorkerRow> {

  private static final Layout LAYOUT = Layout.of(WorkerColumn.values());
  private static final List<String> COLUMNS =
      List.of(
          "person_id text collate \"C\" not null",
          "faults text",
          "household_id text collate \"C\"",
          "county text collate \"C\"",
          "township text",
          "village text",
          "category text",
          "labour text",
          "wish_to_work boolean",
          "personal_encrypted bytea",
          "personal_digest bytea",
          "identity_hash bytea",
          "namesake int8",
          "start_day date",
          "end_day date",
          "area text",
          "employer text",
          "spell_key int8",
          "spell text",
          "workplace text");

  private final Units units;
  private final PersonalData personalData;
  private final Outbox outbox;
  private final ObjectWriter json;
  private final Staging<WorkerRow> staging = new Staging<>("staged_worker", COLUMNS, this::write);

  WorkersFile(Units units, PersonalData personalData, Outbox outbox, JsonMapper json) {
    this.units = units;
    this.personalData = personalData;
    this.outbox = outbox;
    this.json = json.writer();
  }

  @Override
  public String code() {
    return "workers";
  }

  @Override
  public String title() {
    return "务工人员";
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
  public RowCheck<WorkerRow> check(SheetRow row, ImportContext context) {
    return new WorkerCheck(row, context, units).verdict();
  }

  @Override
  public Staging<WorkerRow> staging() {
    return staging;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new WorkersImport(context, jdbc, outbox.traceparent()).apply();
  }

  /** SQL: the staging table, for rows that come from a query. */
  static String stagingDefinition() {
    return "create temporary table staged_worker (line int4 not null, %s) on commit drop"
        .formatted(String.join(", ", COLUMNS));
  }

  private void write(WorkerRow row, StagedRow staged) {
    switch (row) {
      case Sound sound -> write(sound, staged);
      case Faulty(String person, var faults) -> {
        staged.text(person).text(json.writeValueAsString(faults));
        staged.text(null).text(null).text(null).text(null).text(null).text(null).truth(null);
        staged.bytes(null).bytes(null).bytes(null).bigNumber(null).date(null).date(null);
        staged.text(null).text(null).bigNumber(null).text(null).text(null);
      }
    }
  }

  private void write(Sound row, StagedRow staged) {
    Personal personal = row.personal();
    staged.text(row.personId()).text(null).text(row.householdId()).text(row.county().value());
    staged.text(row.township()).text(row.village());
    staged.text(name(row.category())).text(name(row.labour())).truth(row.wishToWork());
    staged
        .bytes(personal.encrypted(personalData))
        .bytes(personal.digest(personalData))
        .bytes(Personal.hash(personalData, personal.identityNumber()))
        .bigNumber(personal.namesake(personalData, row.village()));
    Spell spell = row.spell();
    if (spell == null) {
      staged.date(null).date(null).text(null).text(null).bigNumber(spellKey(row));
      staged.text(null).text(null);
    } else {
      staged.date(spell.start()).date(spell.end()).text(name(spell.area()));
      staged.text(row.workplace().employer()).bigNumber(spellKey(row));
      staged.text(json.writeValueAsString(spell)).text(json.writeValueAsString(row.workplace()));
    }
  }

  /** Equal where person, start and employer are; rarely elsewhere. */
  private static long spellKey(Sound row) {
    Spell spell = row.spell();
    long start = spell == null ? 0 : spell.start().toEpochDay();
    String employer = spell == null ? null : row.workplace().employer();
    return ((long) row.personId().hashCode() << 32)
        ^ (start * 0x9E3779B1L)
        ^ Objects.hashCode(employer);
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
