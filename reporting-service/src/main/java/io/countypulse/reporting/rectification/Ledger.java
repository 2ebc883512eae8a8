package io.countypulse.reporting.rectification;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.rectification.Outcome.Done;
import io.countypulse.reporting.rectification.Outcome.Reason;
import io.countypulse.reporting.rectification.Outcome.Refused;
import io.countypulse.reporting.rectification.Outcome.Unknown;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The steps an item takes: entered, submitted as mended, verified by another person, closed out
 * (销号) or sent back; each with who, when and why (DOMAIN.md § 8).
 */
@Component
class Ledger {

  private static final String SUBMIT =
      """
      update rectification set state = 'SUBMITTED', submitted_by = :actor,
        measures = case when :measures = '' then measures else :measures end
      where id = :id and state = 'OPEN'
      """;
  private static final String VERIFY =
      "update rectification set state = 'VERIFIED', verified_by = :actor where id = :id and state = 'SUBMITTED'";
  private static final String SEND_BACK =
      """
      update rectification set state = 'OPEN', submitted_by = null, verified_by = null
      where id = :id and state in ('SUBMITTED', 'VERIFIED')
      """;
  private static final String CLOSE_OUT =
      """
      update rectification set state = 'CLOSED', closed_by = :actor, closed_on = :today
      where id = :id and state = 'VERIFIED'
      """;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final BusinessDate businessDate;
  private final Audit audit;

  Ledger(JdbcClient jdbc, ScopedTransactions transactions, BusinessDate businessDate, Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.businessDate = businessDate;
    this.audit = audit;
  }

  /**
   * A new item.
   *
   * @param alert the alert it comes of; null by hand
   */
  record NewItem(
      UnitCode county,
      @Nullable Long alert,
      String problem,
      String responsible,
      LocalDate deadline,
      String measures) {}

  private record Standing(String state, @Nullable String submittedBy, String measures) {}

  Outcome enter(Caller caller, NewItem item) {
    try {
      return transactions.write(
          caller.scope(),
          () -> {
            long id =
                jdbc.sql(
                        """
                        insert into rectification (county, alert, problem, responsible, deadline, measures, created_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                    .params(
                        Arrays.asList(
                            item.county().value(),
                            item.alert(),
                            item.problem(),
                            item.responsible(),
                            item.deadline(),
                            item.measures(),
                            caller.name()))
                    .query(Long.class)
                    .single();
            note(caller, id, "ENTERED", item.problem());
            return new Done(id);
          });
    } catch (DuplicateKeyException _) {
      return new Refused(Reason.ALREADY_IN_LEDGER);
    }
  }

  Outcome submit(Caller caller, long id, String measures, String note) {
    return step(
        caller,
        id,
        standing ->
            standing.measures().isEmpty() && measures.isEmpty() && !hasEvidence(id)
                ? Reason.NOTHING_TO_SHOW
                : null,
        "SUBMITTED",
        note.isEmpty() ? measures : note,
        () ->
            jdbc.sql(SUBMIT)
                .param("id", id)
                .param("actor", caller.name())
                .param("measures", measures)
                .update());
  }

  Outcome verify(Caller caller, long id, String note) {
    return step(
        caller,
        id,
        standing -> other(caller, standing),
        "VERIFIED",
        note,
        () -> jdbc.sql(VERIFY).param("id", id).param("actor", caller.name()).update());
  }

  Outcome sendBack(Caller caller, long id, String reason) {
    return step(
        caller,
        id,
        _ -> null,
        "SENT_BACK",
        reason,
        () -> jdbc.sql(SEND_BACK).param("id", id).update());
  }

  Outcome closeOut(Caller caller, long id, String note) {
    return step(
        caller,
        id,
        standing -> other(caller, standing),
        "CLOSED_OUT",
        note,
        () ->
            jdbc.sql(CLOSE_OUT)
                .param("id", id)
                .param("actor", caller.name())
                .param("today", businessDate.today())
                .update());
  }

  /** Puts a file to an item that is not closed. */
  Outcome addEvidence(Caller caller, long id, String fileName, byte[] content, String sha256) {
    EvidenceType type = EvidenceType.of(fileName, content).orElse(null);
    if (type == null) {
      return new Refused(Reason.FILE_TYPE);
    }
    return transactions.write(
        caller.scope(),
        () -> {
          Standing standing = standing(id);
          if (standing == null) {
            return new Unknown();
          }
          if (standing.state().equals("CLOSED")) {
            return new Refused(Reason.WRONG_STATE);
          }
          int added =
              jdbc.sql(
                      """
                      insert into evidence (item, file_name, media_type, size, sha256, content, uploaded_by)
                      values (?, ?, ?, ?, ?, ?, ?) on conflict (item, sha256) do nothing
                      """)
                  .params(
                      id,
                      fileName,
                      type.mediaType(),
                      content.length,
                      sha256,
                      content,
                      caller.name())
                  .update();
          if (added == 0) {
            return new Refused(Reason.FILE_KNOWN);
          }
          note(caller, id, "EVIDENCE", fileName);
          return new Done(id);
        });
  }

  @FunctionalInterface
  private interface Objection {
    @Nullable Reason to(Standing standing);
  }

  /** The row's lock is held from the look to the change. */
  private Outcome step(
      Caller caller,
      long id,
      Objection objection,
      String step,
      String note,
      Supplier<Integer> change) {
    return transactions.write(
        caller.scope(),
        () -> {
          Standing standing = standing(id);
          if (standing == null) {
            return new Unknown();
          }
          Reason reason = objection.to(standing);
          if (reason != null) {
            return new Refused(reason);
          }
          if (change.get() == 0) {
            return new Refused(Reason.WRONG_STATE);
          }
          note(caller, id, step, note);
          return new Done(id);
        });
  }

  private static @Nullable Reason other(Caller caller, Standing standing) {
    return caller.name().equals(standing.submittedBy()) ? Reason.SAME_PERSON : null;
  }

  private @Nullable Standing standing(long id) {
    return jdbc.sql(
            "select state, submitted_by, measures from rectification where id = ? for update")
        .param(id)
        .query(
            (row, _) ->
                new Standing(
                    row.getString("state"),
                    row.getString("submitted_by"),
                    row.getString("measures")))
        .optional()
        .orElse(null);
  }

  private boolean hasEvidence(long id) {
    return jdbc.sql("select exists (select from evidence where item = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private void note(Caller caller, long id, String step, String note) {
    jdbc.sql("insert into rectification_step (item, step, actor, note) values (?, ?, ?, ?)")
        .params(id, step, caller.name(), note)
        .update();
    audit.record(
        new AuditEntry(
            caller.actor(), "RECTIFICATION_" + step, "rectification:" + id, null, Map.of()));
  }
}
