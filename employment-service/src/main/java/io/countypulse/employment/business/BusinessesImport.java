package io.countypulse.employment.business;

import io.countypulse.employment.benefit.BenefitFacts;
import io.countypulse.employment.intake.Counties;
import io.countypulse.employment.intake.KnownPeople;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies a staged businesses file as sets; people not on the register are accepted with a flag.
 */
final class BusinessesImport {

  private static final String DUPLICATES =
      """
      delete from staged_business s using staged_business later
      where s.person_id = later.person_id and s.name = later.name and s.line < later.line
      """;

  private static final String BUSINESSES =
      """
      with told as (
        select * from staged_business order by person_id, name
      ),
      changed as (
        merge into business as b
        using told on b.person_id = told.person_id and b.name = told.name
        when matched and (b.county, b.household_id, b.opened_on, b.kind, b.removed)
          is distinct from (told.county, told.household_id, told.opened_on, told.kind, false)
        then update set
          county = told.county, household_id = told.household_id, opened_on = told.opened_on, kind = told.kind,
          removed = false, import_id = :import, recorded_by = :by, recorded_at = now()
        when not matched then insert (
          person_id, name, county, household_id, opened_on, kind, import_id, recorded_by)
        values (
          told.person_id, told.name, told.county, told.household_id, told.opened_on, told.kind, :import, :by)
        returning b.county, merge_action() = 'INSERT' as added
      )
      select county, count(*) filter (where added) as added, count(*) filter (where not added) as changed
      from changed
      group by county
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  BusinessesImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    KnownPeople.refuseThoseElsewhere(context, jdbc, "staged_business");
    int duplicates = jdbc.sql(DUPLICATES).update();
    int told = jdbc.sql("select count(*) from staged_business").query(Integer.class).single();
    Map<String, Integer> flags = new HashMap<>(KnownPeople.flags(jdbc, "staged_business"));
    if (duplicates > 0) {
      flags.put("DUPLICATE_ROW", duplicates);
    }
    List<Change> changes =
        jdbc.sql(BUSINESSES)
            .param("import", context.importId())
            .param("by", context.importer().name())
            .query(Change.class)
            .list();
    new BenefitFacts(jdbc, context.asOf(), traceparent)
        .publish("select person_id from staged_business");
    int applied = changes.stream().mapToInt(change -> change.added() + change.changed()).sum();
    return new Applied(
        applied, told - applied, duplicates, flags, Counties.summed(changes.stream()));
  }
}
