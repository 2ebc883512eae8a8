package io.countypulse.employment.worker;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyNotYours;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.Problem;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether somebody stands in the register, and in whose county. */
@Repository
public class RegisteredPeople {

  private final JdbcClient jdbc;
  private final Audit audit;

  RegisteredPeople(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * The county of a person today, within the scope of the running transaction ({@link
   * ScopedTransactions}).
   *
   * @throws CountyNotYours if it lies outside
   * @throws org.springframework.web.ErrorResponseException 404 where there is no such person
   */
  public UnitCode county(String person) {
    return jdbc.sql("select county from worker where person_id = ? and in_scope(county)")
        .param(person)
        .query(String.class)
        .optional()
        .map(UnitCode::new)
        .orElseThrow(() -> elsewhere(person));
  }

  /**
   * Says who changes a person's record by hand, also in the audit log; the change carries the id.
   *
   * @param action in capitals, as history shows it
   */
  public UUID amendment(String action, String person, Caller caller, LocalDate today) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into amendment (id, action, subject, actor, business_date) values (?, ?, ?, ?, ?)")
        .params(id, action, "worker:" + person, caller.name(), today)
        .update();
    audit(action, person, caller, Map.of("amendment", id.toString()));
    return id;
  }

  /**
   * Says in the audit log who wrote something down about a person that leaves the record as it is.
   *
   * @param action in capitals
   * @param detail further facts; never personal data
   */
  public void audit(String action, String person, Caller caller, Map<String, Object> detail) {
    audit.record(
        new AuditEntry(caller.actor(), action, "worker:" + person, county(person), detail));
  }

  private RuntimeException elsewhere(String person) {
    return jdbc.sql("select county from people_elsewhere(array[?])")
        .param(person)
        .query(String.class)
        .optional()
        .<RuntimeException>map(county -> new CountyNotYours(new UnitCode(county)))
        .orElseGet(() -> Problem.notFound().toException());
  }
}
