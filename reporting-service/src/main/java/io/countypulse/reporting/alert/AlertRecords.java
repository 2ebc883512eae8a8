package io.countypulse.reporting.alert;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Evaluation.Subject;
import io.countypulse.reporting.rule.Finding;
import io.countypulse.reporting.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Alerts in the database, written by sets. */
@Repository
class AlertRecords {

  private static final String SINCE =
      """
      select * from alert where closed is null or closed >= ? order by rule, county, bank, opened, id
      """;

  private static final String INSERT =
      """
      with opened as (
        insert into alert (rule, rule_version, county, bank, opened, severity, highest, steps, clear_since, closed,
          first_found, latest_found)
        select rule, rule_version, county, bank, opened, severity, highest, steps::jsonb, clear_since, closed,
          first_found::jsonb, latest_found::jsonb
        from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::date[],
          ?::date[], ?::text[], ?::text[]) as new (rule, rule_version, county, bank, opened, severity, highest, steps,
          clear_since, closed, first_found, latest_found)
        returning id, opened, highest, closed)
      insert into alert_event (alert, kind, severity, day, news)
      select id, 'OPENED', highest, opened, ? and closed is null from opened
      union all
      select id, 'CLOSED', highest, closed, false from opened where closed is not null
      """;

  private static final String UPDATE =
      """
      with told as (
        select * from unnest(?::bigint[], ?::int[], ?::date[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[],
          ?::boolean[], ?::text[], ?::text[]) as told (id, rule_version, opened, severity, highest, steps, clear_since,
          closed, withdrawn, first_found, latest_found)),
      before as (select alert.* from alert join told using (id)),
      moved as (
        update alert set rule_version = told.rule_version, opened = told.opened, severity = told.severity,
          highest = told.highest, steps = told.steps::jsonb, clear_since = told.clear_since, closed = told.closed,
          withdrawn = told.withdrawn, first_found = told.first_found::jsonb, latest_found = told.latest_found::jsonb
        from told where alert.id = told.id)
      insert into alert_event (alert, kind, severity, day, news)
      select id, 'RAISED', told.highest, ?::date, ? from told join before using (id)
      where told.highest <> before.highest and not told.withdrawn and told.closed is null
      union all
      select id, 'CLOSED', told.highest, told.closed, ? from told join before using (id)
      where told.closed is not null and before.closed is null and not told.withdrawn
      union all
      select id, 'WITHDRAWN', told.highest, ?::date, ? from told join before using (id)
      where told.withdrawn and not before.withdrawn and before.closed is null
      union all
      select id, 'OPENED', told.highest, ?::date, ? from told join before using (id)
      where told.closed is null and not told.withdrawn and (before.closed is not null or before.withdrawn)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AlertRecords(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Every alert that is open or closed on this day or later. */
  List<RecordedAlert> since(LocalDate day) {
    return jdbc.sql(SINCE).param(day).query((row, _) -> recorded(row)).list();
  }

  /**
   * Records changes; closings before openings, since only one alert is open of a subject.
   *
   * @param news whether anybody is to be told
   */
  void write(List<Change> changes, LocalDate today, boolean news) {
    List<RecordedAlert> moved =
        changes.stream().filter(Change.Moved.class::isInstance).map(Change::after).toList();
    update(moved.stream().filter(each -> !each.isOpen()).toList(), today, news);
    update(moved.stream().filter(RecordedAlert::isOpen).toList(), today, news);
    insert(
        changes.stream().filter(Change.Opened.class::isInstance).map(Change::after).toList(), news);
  }

  private void insert(List<RecordedAlert> alerts, boolean news) {
    if (alerts.isEmpty()) {
      return;
    }
    jdbc.sql(INSERT)
        .params(
            texts(alerts, RecordedAlert::rule),
            alerts.stream().map(RecordedAlert::ruleVersion).toArray(Integer[]::new),
            texts(alerts, each -> each.subject().unit().value()),
            texts(alerts, each -> each.subject().bank()),
            days(alerts, RecordedAlert::opened),
            texts(alerts, each -> each.episode().severity().name()),
            texts(alerts, each -> each.highest().name()),
            texts(alerts, each -> json.writeValueAsString(each.episode().steps())),
            days(alerts, each -> each.episode().clearSince()),
            days(alerts, each -> each.episode().closed()),
            texts(alerts, each -> json.writeValueAsString(each.episode().first())),
            texts(alerts, each -> json.writeValueAsString(each.episode().latest())),
            news)
        .update();
  }

  private void update(List<RecordedAlert> alerts, LocalDate today, boolean news) {
    if (alerts.isEmpty()) {
      return;
    }
    jdbc.sql(UPDATE)
        .params(
            alerts.stream().map(RecordedAlert::id).toArray(Long[]::new),
            alerts.stream().map(RecordedAlert::ruleVersion).toArray(Integer[]::new),
            days(alerts, RecordedAlert::opened),
            texts(alerts, each -> each.episode().severity().name()),
            texts(alerts, each -> each.highest().name()),
            texts(alerts, each -> json.writeValueAsString(each.episode().steps())),
            days(alerts, each -> each.episode().clearSince()),
            days(alerts, each -> each.episode().closed()),
            alerts.stream().map(RecordedAlert::withdrawn).toArray(Boolean[]::new),
            texts(alerts, each -> json.writeValueAsString(each.episode().first())),
            texts(alerts, each -> json.writeValueAsString(each.episode().latest())),
            today,
            news,
            news,
            today,
            news,
            today,
            news)
        .update();
  }

  private static String[] texts(List<RecordedAlert> alerts, Function<RecordedAlert, String> text) {
    return alerts.stream().map(text).toArray(String[]::new);
  }

  @SuppressWarnings("NullAway") // a day that is not there is a null in the array
  private static String[] days(List<RecordedAlert> alerts, Function<RecordedAlert, LocalDate> day) {
    return alerts.stream()
        .map(day)
        .map(each -> each == null ? null : each.toString())
        .toArray(String[]::new);
  }

  private RecordedAlert recorded(ResultSet row) throws SQLException {
    return new RecordedAlert(
        row.getLong("id"),
        row.getString("rule"),
        row.getInt("rule_version"),
        new Subject(new UnitCode(row.getString("county")), row.getString("bank")),
        episode(row, json),
        Severity.valueOf(row.getString("highest")),
        row.getBoolean("withdrawn"));
  }

  static Episode episode(ResultSet row, JsonMapper json) throws SQLException {
    return new Episode(
        Arrays.asList(json.readValue(row.getString("steps"), Episode.Step[].class)),
        row.getObject("clear_since", LocalDate.class),
        row.getObject("closed", LocalDate.class),
        json.readValue(row.getString("first_found"), Finding.class),
        json.readValue(row.getString("latest_found"), Finding.class));
  }
}
