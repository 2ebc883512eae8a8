package io.countypulse.employment.household;

import io.countypulse.employment.household.HouseholdRow.Faulty;
import io.countypulse.employment.household.HouseholdRow.Sound;
import io.countypulse.employment.vocabulary.HouseholdCategory;
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
import io.countypulse.platform.units.Units;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The households file (DOMAIN.md § 10): one row a household and year; years not told of stay. */
@Component
final class HouseholdsFile implements FileKind<HouseholdRow> {

  private static final Layout LAYOUT = Layout.of(HouseholdColumn.values());
  private static final List<String> COLUMNS =
      List.of(
          "household_id text collate \"C\" not null",
          "faults text",
          "county text collate \"C\"",
          "township text",
          "village text",
          "category text",
          "head_count int4",
          "year int4",
          "net_income numeric");

  private final Units units;
  private final Outbox outbox;
  private final JsonMapper json;
  private final Staging<HouseholdRow> staging =
      new Staging<>("staged_household_row", COLUMNS, this::write);

  HouseholdsFile(Units units, Outbox outbox, JsonMapper json) {
    this.units = units;
    this.outbox = outbox;
    this.json = json;
  }

  @Override
  public String code() {
    return "households";
  }

  @Override
  public String title() {
    return "脱贫户与监测对象";
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
  public RowCheck<HouseholdRow> check(SheetRow row, ImportContext context) {
    return new HouseholdCheck(row, context, units).verdict();
  }

  @Override
  public Staging<HouseholdRow> staging() {
    return staging;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new HouseholdsImport(context, jdbc, outbox.traceparent()).apply();
  }

  private void write(HouseholdRow row, StagedRow staged) {
    switch (row) {
      case Sound sound -> {
        HouseholdCategory category = sound.category();
        staged.text(sound.householdId()).text(null).text(sound.county().value());
        staged.text(sound.township()).text(sound.village());
        staged.text(category == null ? null : category.name()).number(sound.headCount());
        staged.number(sound.year()).decimal(sound.netIncome());
      }
      case Faulty(String household, var faults) -> {
        staged.text(household).text(json.writeValueAsString(faults));
        staged.text(null).text(null).text(null).text(null);
        staged.number(null).number(null).decimal(null);
      }
    }
  }
}
