package io.countypulse.reporting.notice;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.reporting.alert.AlertView;
import io.countypulse.reporting.alert.Alerts;
import io.countypulse.reporting.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what became of alerts and whom it concerns. An opening is told while the alert stands and
 * is not muted, an end to whoever was told of the opening; nothing is told to one subscription
 * twice, and what was found in the history at a first start or a rebuilding is not news.
 */
@Component
class Notices {

  private static final String SPREAD =
      """
      with fresh as (
        select e.id, e.alert, e.kind, a.county, r.condition,
          case e.kind when 'RAISED' then e.severity else a.severity end as severity
        from alert_event e
        join alert a on a.id = e.alert
        join alert_rule r on (r.code, r.version) = (a.rule, a.rule_version)
        where e.news and e.told_at is null and e.recorded_at <= now() - :settle * interval '1 second'
          and (e.kind in ('CLOSED', 'WITHDRAWN') or (a.closed is null and not a.withdrawn))
          and (a.muted_until is null or a.muted_until < :today)
        order by e.id limit 1000
        for update of e skip locked),
      told as (update alert_event set told_at = now(), told_severity = fresh.severity from fresh where alert_event.id = fresh.id)
      insert into delivery (subscription, event, state, sent_at)
      select s.id, fresh.id, case when s.channel = 'IN_APP' then 'SENT' else 'WAITING' end,
        case when s.channel = 'IN_APP' then now() end
      from fresh join subscription s on s.enabled
        and (s.scope = '*' or fresh.county = any (string_to_array(s.scope, ',')))
        and (s.counties = '{}' or fresh.county = any (s.counties))
        and (s.department is null or s.department = case
          when fresh.condition ->> 'kind' = 'FEED' then 'CREDIT'
          when fresh.condition ->> 'figure' like 'employment.%' then 'EMPLOYMENT'
          when fresh.condition ->> 'figure' like 'credit.%' then 'CREDIT'
          else 'SUBSIDY' end)
        and case when fresh.kind in ('OPENED', 'RAISED')
          then array_position(array['NOTICE','WARNING','SEVERE'], fresh.severity)
            >= array_position(array['NOTICE','WARNING','SEVERE'], s.severity)
          else exists (
            select from delivery d join alert_event e on e.id = d.event
            where d.subscription = s.id and e.alert = fresh.alert and e.kind in ('OPENED', 'RAISED')) end
      on conflict do nothing
      """;
  private static final String SELECT =
      """
      select e.id, e.alert, e.kind, coalesce(e.told_severity, e.severity) as severity, e.day, coalesce(e.told_at, e.recorded_at) as at
      from alert_event e where e.id = any (?) order by e.id
      """;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final Alerts alerts;
  private final BusinessDate businessDate;
  private final NoticeSettings settings;

  Notices(
      JdbcClient jdbc,
      ScopedTransactions transactions,
      Alerts alerts,
      BusinessDate businessDate,
      NoticeSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.alerts = alerts;
    this.businessDate = businessDate;
    this.settings = settings;
  }

  private record Event(
      long id, long alert, Notice.Kind kind, Severity severity, LocalDate day, Instant at) {

    Notice about(AlertView view) {
      return new Notice(id, kind, severity, day, at, view);
    }
  }

  /** Addresses what is new; in the app it has arrived with that. */
  void spread() {
    transactions.write(
        CountyScope.city(),
        () ->
            jdbc.sql(SPREAD)
                .param("settle", settings.settle().toSeconds())
                .param("today", businessDate.today())
                .update());
  }

  /** What became of alerts of these counties, the first first. */
  List<Notice> of(CountyScope scope, Collection<Long> events) {
    List<Event> found =
        jdbc.sql(SELECT).param(events.toArray(Long[]::new)).query((row, _) -> event(row)).list();
    Set<Long> concerned = found.stream().map(Event::alert).collect(Collectors.toSet());
    Map<Long, AlertView> views =
        alerts.named(scope, concerned).stream()
            .collect(Collectors.toMap(AlertView::id, Function.identity()));
    return found.stream()
        .flatMap(each -> Stream.ofNullable(views.get(each.alert())).map(each::about))
        .toList();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("id"),
        row.getLong("alert"),
        Notice.Kind.valueOf(row.getString("kind")),
        Severity.valueOf(row.getString("severity")),
        row.getObject("day", LocalDate.class),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
