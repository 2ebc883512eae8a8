package io.countypulse.employment.worker;

import io.countypulse.employment.worker.WorkerDetail.Residence;
import io.countypulse.employment.worker.WorkerDetail.WorkedSpell;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyNotYours;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One worker at a time: what is known, and, for a reason, who it is. */
@Repository
public class WorkerRecords {

  private static final String RECORD =
      """
      select residence_of(county, residence) as lived, spells, workplaces, wish_to_work, version, import_id,
        exists (select from changes_told(array[import_id]) told where told.action = 'IMPORTED') as imported,
        (select kept from merged_worker m where m.person_id = worker.person_id) as merged_into
      from worker
      where person_id = :person
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Workers workers;
  private final PersonalData personalData;
  private final BusinessDate businessDate;
  private final Audit audit;
  private final JsonMapper json;

  WorkerRecords(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      Workers workers,
      PersonalData personalData,
      BusinessDate businessDate,
      Audit audit,
      JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.workers = workers;
    this.personalData = personalData;
    this.businessDate = businessDate;
    this.audit = audit;
    this.json = json;
  }

  /**
   * The worker of this code; empty when there is none.
   *
   * @throws CountyNotYours if the worker lives outside the scope
   */
  Optional<WorkerDetail> find(CountyScope scope, String person) {
    return transactions.read(scope, () -> current(scope, person));
  }

  /** The same in the running transaction. */
  public Optional<WorkerDetail> current(CountyScope scope, String person) {
    return workers
        .find(WorkerQuery.of(businessDate.today(), scope, Counted.RECORDED), person)
        .map(this::detail)
        .or(
            () -> {
              refuseElsewhere(person);
              return Optional.empty();
            });
  }

  /** Name and number in full; who looked, and why, is written down with it or not at all. */
  Optional<Personal> reveal(Caller caller, String person, String reason) {
    return transactions.write(
        caller.scope(),
        () ->
            workers
                .find(
                    WorkerQuery.of(businessDate.today(), caller.scope(), Counted.RECORDED), person)
                .map(
                    worker -> {
                      audit.record(
                          new AuditEntry(
                              caller.actor(),
                              "IDENTITY_REVEALED",
                              "worker:" + person,
                              worker.county(),
                              Map.of("reason", reason)));
                      return personal(person);
                    })
                .or(
                    () -> {
                      refuseElsewhere(person);
                      return Optional.empty();
                    }));
  }

  private Personal personal(String person) {
    return jdbc.sql("select personal_encrypted from worker where person_id = :person")
        .param("person", person)
        .query((row, _) -> Personal.decrypted(personalData, row.getBytes(1)))
        .single();
  }

  private WorkerDetail detail(WorkerItem worker) {
    return jdbc.sql(RECORD)
        .param("person", worker.personId())
        .query((row, _) -> detail(worker, row))
        .single();
  }

  private WorkerDetail detail(WorkerItem worker, ResultSet row) throws SQLException {
    Residence[] residence = json.readValue(row.getString("lived"), Residence[].class);
    Spell[] spells = json.readValue(row.getString("spells"), Spell[].class);
    Workplace[] workplaces = json.readValue(row.getString("workplaces"), Workplace[].class);
    boolean wish = row.getBoolean("wish_to_work");
    return new WorkerDetail(
        worker,
        row.wasNull() ? null : wish,
        List.of(residence),
        IntStream.range(0, spells.length)
            .mapToObj(place -> WorkedSpell.of(spells[place], workplaces[place]))
            .toList(),
        row.getLong("version"),
        row.getBoolean("imported") ? row.getObject("import_id", UUID.class) : null,
        row.getString("merged_into"));
  }

  /**
   * Says whose a person is who is not in the scope.
   *
   * @throws CountyNotYours if another county has the record
   */
  public void refuseElsewhere(String person) {
    jdbc.sql("select county from people_elsewhere(array[:person])")
        .param("person", person)
        .query(String.class)
        .optional()
        .ifPresent(
            county -> {
              throw new CountyNotYours(new UnitCode(county));
            });
  }
}
