package io.countypulse.reporting.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rules, every version of each; a version never changes. */
@Repository
@DependsOnDatabaseInitialization
public class Rules {

  private static final String CURRENT =
      "select distinct on (code) * from alert_rule order by code, version desc";
  private static final String INSERT =
      """
      insert into alert_rule (code, version, name, name_en, severity, clear_days, enabled, condition, changed_by)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Map<String, Rule> known = new HashMap<>();

  Rules(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A version and who made it. */
  public record Kept(Rule rule, String changedBy, Instant changedAt) {}

  /** The newest version of every rule, also of those switched off, by code. */
  public List<Rule> current() {
    return jdbc.sql(CURRENT).query((row, _) -> kept(row).rule()).list();
  }

  List<Kept> currentWithAuthors() {
    return jdbc.sql(CURRENT).query((row, _) -> kept(row)).list();
  }

  /** All versions of a rule, the newest first. */
  List<Kept> versions(String code) {
    return jdbc.sql("select * from alert_rule where code = ? order by version desc")
        .param(code)
        .query((row, _) -> kept(row))
        .list();
  }

  /** One version of a rule; kept in memory, for it never changes. */
  public synchronized Rule version(String code, int version) {
    return known.computeIfAbsent(
        code + "/" + version,
        _ ->
            jdbc.sql("select * from alert_rule where code = ? and version = ?")
                .param(code)
                .param(version)
                .query((row, _) -> kept(row).rule())
                .single());
  }

  Optional<Rule> newest(String code) {
    return versions(code).stream().findFirst().map(Kept::rule);
  }

  /**
   * Keeps a new version.
   *
   * @throws org.springframework.dao.DuplicateKeyException if somebody else was faster
   */
  void add(Rule rule, String by) {
    jdbc.sql(INSERT)
        .param(rule.code())
        .param(rule.version())
        .param(rule.name())
        .param(rule.nameEn())
        .param(rule.severity().name())
        .param(rule.clearDays())
        .param(rule.enabled())
        .param(json.writeValueAsString(ConditionForm.of(rule.condition())))
        .param(by)
        .update();
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new Rule(
            row.getString("code"),
            row.getInt("version"),
            row.getString("name"),
            row.getString("name_en"),
            Severity.valueOf(row.getString("severity")),
            row.getInt("clear_days"),
            row.getBoolean("enabled"),
            json.readValue(row.getString("condition"), ConditionForm.class).condition()),
        row.getString("changed_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
