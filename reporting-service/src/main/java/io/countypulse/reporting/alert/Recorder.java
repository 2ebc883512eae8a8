package io.countypulse.reporting.alert;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.reporting.figure.Freshness;
import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Evaluation.Subject;
import io.countypulse.reporting.rule.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the recorded alerts to what the history says, in one transaction under one lock, however
 * many instances evaluate. Figures that reach less far than those recorded before are passed over:
 * while figures are built anew from the log, alerts stay as they are.
 */
@Component
class Recorder {

  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('alert', 0))";
  private static final String BEGIN =
      "insert into evaluation default values on conflict (one) do nothing";
  private static final String STANDING = "select begun_at, live, reached from evaluation";
  private static final String REACH = "update evaluation set live = ?, reached = ?::jsonb";
  private static final TypeReference<Map<String, Instant>> REACHED = new TypeReference<>() {};

  private final AlertRecords records;
  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Recorder(
      AlertRecords records, ScopedTransactions transactions, JdbcClient jdbc, JsonMapper json) {
    this.records = records;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * What the rules found.
   *
   * @param feedsKnown whether the banks' days were known; where not, their alerts stay as they are
   */
  record Findings(
      LocalDate from,
      LocalDate today,
      boolean feedsKnown,
      Map<Rule, Map<Subject, List<Episode>>> episodes) {}

  private record Standing(Instant begunAt, boolean live, Map<String, Instant> reached) {}

  /** Whether it was recorded. */
  boolean record(Findings findings, Freshness freshness) {
    return transactions.write(CountyScope.city(), () -> recordLocked(findings, freshness));
  }

  private boolean recordLocked(Findings findings, Freshness freshness) {
    jdbc.sql(LOCK).query((_, _) -> true).list();
    jdbc.sql(BEGIN).update();
    Standing before = jdbc.sql(STANDING).query((row, _) -> standing(row)).single();
    Map<String, Instant> reached = reached(freshness);
    if (isBehind(reached, before.reached())) {
      return false;
    }
    boolean live = before.live() || isLive(freshness, reached, before.begunAt());
    List<Change> changes = changes(findings);
    records.write(changes, findings.today(), live);
    if (!reached.equals(before.reached()) || live != before.live()) {
      jdbc.sql(REACH).params(live, json.writeValueAsString(reached)).update();
    }
    return true;
  }

  private List<Change> changes(Findings findings) {
    List<RecordedAlert> recorded = records.since(findings.from());
    List<Change> changes = new ArrayList<>();
    findings
        .episodes()
        .forEach(
            (rule, bySubject) -> {
              Map<Subject, List<RecordedAlert>> old = of(rule, recorded);
              Set<Subject> subjects = new HashSet<>(old.keySet());
              subjects.addAll(bySubject.keySet());
              for (Subject subject : subjects) {
                if (findings.feedsKnown() || subject.bank().isEmpty()) {
                  changes.addAll(
                      Matching.changes(
                          rule,
                          subject,
                          findings.from(),
                          old.getOrDefault(subject, List.of()),
                          bySubject.getOrDefault(subject, List.of())));
                }
              }
            });
    return changes;
  }

  /** What a rule that was switched off had closed stays as it was. */
  private static Map<Subject, List<RecordedAlert>> of(Rule rule, List<RecordedAlert> recorded) {
    return recorded.stream()
        .filter(each -> each.rule().equals(rule.code()))
        .filter(each -> rule.enabled() || each.isOpen())
        .collect(Collectors.groupingBy(RecordedAlert::subject));
  }

  private static Map<String, Instant> reached(Freshness freshness) {
    Map<String, Instant> reached = new TreeMap<>();
    for (String department : freshness.departments()) {
      Instant through = freshness.recordedThrough(department);
      if (through != null) {
        reached.put(department, through);
      }
    }
    return reached;
  }

  private static boolean isBehind(Map<String, Instant> now, Map<String, Instant> before) {
    return before.entrySet().stream()
        .anyMatch(
            each -> {
              Instant through = now.get(each.getKey());
              return through == null || through.isBefore(each.getValue());
            });
  }

  /** Once everything recorded before the first evaluation has been seen, what follows is news. */
  private static boolean isLive(
      Freshness freshness, Map<String, Instant> reached, Instant begunAt) {
    return !reached.isEmpty()
        && reached.keySet().containsAll(freshness.departments())
        && reached.values().stream().noneMatch(through -> through.isBefore(begunAt));
  }

  private Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("live"),
        json.readValue(row.getString("reached"), REACHED));
  }
}
