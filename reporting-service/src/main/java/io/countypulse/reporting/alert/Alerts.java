package io.countypulse.reporting.alert;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.rule.ConditionForm;
import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Operand;
import io.countypulse.reporting.rule.Rule;
import io.countypulse.reporting.rule.Rules;
import io.countypulse.reporting.rule.Severity;
import io.countypulse.reporting.rule.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The recorded alerts of a caller's counties, and what people do with them. */
@Component
public class Alerts {

  private static final String SELECT =
      """
      select * from alert
      where (:id::bigint is null or id = :id)
        and (:state = 'ALL' or :state = case when withdrawn then 'WITHDRAWN' when closed is null then 'OPEN' else 'CLOSED' end)
        and (:county::text is null or county = :county)
        and (:rule::text is null or rule = :rule)
      order by array_position(array['SEVERE','WARNING','NOTICE'], severity), opened desc, id
      limit 5000
      """;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final Rules rules;
  private final Units units;
  private final Audit audit;
  private final JsonMapper json;

  Alerts(
      JdbcClient jdbc,
      ScopedTransactions transactions,
      Rules rules,
      Units units,
      Audit audit,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.rules = rules;
    this.units = units;
    this.audit = audit;
    this.json = json;
  }

  /** Something done with an alert. */
  public record Action(String action, String actor, String detail, Instant actedAt) {}

  /**
   * The alerts of a scope, the gravest first.
   *
   * @param state OPEN, CLOSED, WITHDRAWN or ALL
   */
  public List<AlertView> list(CountyScope scope, String state, @Nullable String rule) {
    return transactions.read(scope, () -> select(null, state, null, rule));
  }

  /** One alert, if the scope shows it. */
  public Optional<AlertView> find(CountyScope scope, long id) {
    return transactions.read(scope, () -> select(id, "ALL", null, null)).stream().findFirst();
  }

  /** These alerts, as far as the scope shows them. */
  public List<AlertView> named(CountyScope scope, Set<Long> ids) {
    return transactions.read(
        scope,
        () ->
            jdbc.sql("select * from alert where id = any (?)")
                .param(ids.toArray(Long[]::new))
                .query((row, _) -> view(row))
                .list());
  }

  /** What was done with an alert, the first first. */
  List<Action> actions(CountyScope scope, long id) {
    return transactions.read(
        scope,
        () ->
            jdbc.sql("select * from alert_action where alert = ? order by id")
                .param(id)
                .query(
                    (row, _) ->
                        new Action(
                            row.getString("action"),
                            row.getString("actor"),
                            row.getString("detail"),
                            instant(row, "acted_at")))
                .list());
  }

  /** Somebody has seen it; the first stays written. */
  boolean acknowledge(Caller caller, long id, String note) {
    return act(
        caller,
        id,
        "ACKNOWLEDGED",
        note,
        """
        update alert set acknowledged_by = coalesce(acknowledged_by, :actor),
          acknowledged_at = coalesce(acknowledged_at, now())
        where id = :id
        """,
        note);
  }

  /** Somebody is to see to it. */
  boolean assign(Caller caller, long id, String to, String note) {
    return act(
        caller,
        id,
        "ASSIGNED",
        to + (note.isEmpty() ? "" : "：" + note),
        "update alert set assigned_to = :value, assigned_by = :actor where id = :id",
        to);
  }

  /** Nobody is told of it until a day has passed. */
  boolean mute(Caller caller, long id, LocalDate until, String reason) {
    return act(
        caller,
        id,
        "MUTED",
        until + "：" + reason,
        "update alert set muted_until = :value::date, muted_by = :actor where id = :id",
        until.toString());
  }

  private boolean act(
      Caller caller, long id, String action, String detail, String update, String value) {
    return transactions.write(
        caller.scope(),
        () -> {
          int changed =
              jdbc.sql(update)
                  .param("id", id)
                  .param("actor", caller.name())
                  .param("value", value)
                  .update();
          if (changed == 0) {
            return false;
          }
          jdbc.sql("insert into alert_action (alert, action, actor, detail) values (?, ?, ?, ?)")
              .params(id, action, caller.name(), detail)
              .update();
          audit.record(
              new AuditEntry(caller.actor(), "ALERT_" + action, "alert:" + id, null, Map.of()));
          return true;
        });
  }

  private List<AlertView> select(
      @Nullable Long id, String state, @Nullable String county, @Nullable String rule) {
    return jdbc.sql(SELECT)
        .param("id", id)
        .param("state", state)
        .param("county", county)
        .param("rule", rule)
        .query((row, _) -> view(row))
        .list();
  }

  private AlertView view(ResultSet row) throws SQLException {
    Rule rule = rules.version(row.getString("rule"), row.getInt("rule_version"));
    Episode episode = AlertRecords.episode(row, json);
    Wording wording = Wording.of(rule, episode.latest());
    UnitCode county = new UnitCode(row.getString("county"));
    Operand operand = rule.condition().operand();
    String bank = row.getString("bank");
    return new AlertView(
        row.getLong("id"),
        rule.code(),
        rule.version(),
        rule.name(),
        rule.nameEn(),
        ConditionForm.of(rule.condition()),
        county.value(),
        units.find(county).map(Unit::name).orElse(county.value()),
        bank.isEmpty() ? null : bank,
        operand == null ? null : operand.toString(),
        state(row.getBoolean("withdrawn"), episode),
        Severity.valueOf(row.getString("severity")),
        row.getObject("opened", LocalDate.class),
        episode.clearSince(),
        episode.closed(),
        episode.latest().day(),
        episode.latest().value(),
        episode.latest().line(),
        episode.latest().compared(),
        wording.why(),
        wording.whyEn(),
        wording.clears(),
        wording.clearsEn(),
        episode.steps(),
        row.getString("acknowledged_by"),
        row.getObject("acknowledged_at") == null ? null : instant(row, "acknowledged_at"),
        row.getString("assigned_to"),
        row.getObject("muted_until", LocalDate.class));
  }

  private static AlertView.State state(boolean withdrawn, Episode episode) {
    if (withdrawn) {
      return AlertView.State.WITHDRAWN;
    }
    return episode.isOpen() ? AlertView.State.OPEN : AlertView.State.CLOSED;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
