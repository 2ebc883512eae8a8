package io.countypulse.employment.worker;

import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.outbox.Outbox;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People restated by a query instead of a file: applied by the same statements, in the running
 * transaction, as sets.
 */
@Component
public class PeopleRestated {

  private static final String STAGE =
      """
      insert into staged_worker (
        line, person_id, household_id, county, township, village, category, labour, wish_to_work, personal_encrypted,
        personal_digest, identity_hash, namesake, start_day, end_day, area, employer, spell_key, spell, workplace)
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  PeopleRestated(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /**
   * Stages and applies; once in a transaction. Those refused stand in {@code import_reject} under
   * the context's import id.
   *
   * @param query one row a spell of each person, all of them; columns as those of the workers
   *     file's staging from line to workplace, without faults, and the name's hash after the
   *     number's
   */
  public Applied apply(ImportContext context, String query, Map<String, Object> values) {
    jdbc.sql(WorkersFile.stagingDefinition()).update();
    jdbc.sql(STAGE + query).params(values).update();
    jdbc.sql("analyze staged_worker").update();
    return new WorkersImport(context, jdbc, outbox.traceparent()).apply();
  }
}
