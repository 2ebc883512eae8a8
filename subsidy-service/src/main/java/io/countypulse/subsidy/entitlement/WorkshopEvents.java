package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.topic.TopicReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Wage subsidies of workshops (帮扶车间吸纳就业): one case a workshop and year, of the months that are over
 * by now. When a month ends, everything is heard once more.
 */
@Repository
class WorkshopEvents implements TopicReader.Taker {

  private static final LocalDate FIRST_MONTH = LocalDate.of(2021, 1, 1);

  private static final String TOLD =
      """
      create temporary table told_workshop on commit drop as
      select * from unnest(:ids::text[], :versions::int8[], :counties::text[], :days::date[])
        as t (id, version, county, day)
      """;

  private static final String STALE =
      """
      delete from told_workshop t using workshop w
      where w.id = t.id and (w.version > t.version or (w.version = t.version and w.counted_to >= :countedTo))
      """;

  private static final String REMEMBER =
      """
      insert into workshop (id, counted_to, version)
      select id, :countedTo, version from told_workshop order by id
      on conflict (id) do update set counted_to = excluded.counted_to, version = excluded.version
      """;

  private static final String SUBJECTS =
      """
      insert into told_subject
      select 'WORKSHOP_WAGES', id, null, county, null, day from told_workshop
      """;

  private static final String FORGET_MONTHS =
      "delete from workshop_month where workshop_id in (select id from told_workshop)";

  private static final String MONTHS =
      """
      insert into workshop_month (workshop_id, ends, wages_fen)
      select m.id, m.ends, m.wages
      from unnest(:ids::text[], :ends::date[], :wages::int8[]) as m (id, ends, wages)
      join told_workshop t on t.id = m.id
      """;

  private static final String CASES =
      """
      insert into told_case
      select 'WORKSHOP_WAGES', m.workshop_id, extract(year from m.ends)::int4, min(m.ends),
        sum(round(m.wages_fen * programme_rate('WORKSHOP_WAGES', m.ends) / 100))::int8
      from workshop_month m
      where m.workshop_id in (select id from told_workshop) and programme_rate('WORKSHOP_WAGES', m.ends) is not null
      group by 2, 3
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final BusinessDate businessDate;

  WorkshopEvents(
      ScopedTransactions transactions, JdbcClient jdbc, Outbox outbox, BusinessDate businessDate) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.businessDate = businessDate;
  }

  @Override
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    List<Workshop> workshops = EventReading.newest(records, Workshop.TYPE, Workshop::read);
    if (!workshops.isEmpty()) {
      transactions.write(CountyScope.city(), () -> apply(workshops));
    }
  }

  private void apply(List<Workshop> workshops) {
    LocalDate today = businessDate.today();
    LocalDate countedTo = YearMonth.from(today.plusDays(1)).atDay(1).minusDays(1);
    EntitledCases.begin(jdbc);
    jdbc.sql(TOLD)
        .param("ids", workshops.stream().map(Workshop::id).toArray(String[]::new))
        .param("versions", workshops.stream().map(Workshop::version).toArray(Long[]::new))
        .param("counties", workshops.stream().map(Workshop::county).toArray(String[]::new))
        .param(
            "days",
            workshops.stream().map(each -> each.businessDate().toString()).toArray(String[]::new))
        .update();
    jdbc.sql(STALE).param("countedTo", countedTo).update();
    if (jdbc.sql(REMEMBER).param("countedTo", countedTo).update() > 0) {
      jdbc.sql(SUBJECTS).update();
      rememberMonths(workshops, today);
      jdbc.sql(CASES).update();
      EntitledCases.apply(jdbc, outbox.traceparent());
    }
  }

  private void rememberMonths(List<Workshop> workshops, LocalDate today) {
    List<Map.Entry<String, Workshop.Month>> months = new ArrayList<>();
    for (Workshop workshop : workshops) {
      workshop
          .months(FIRST_MONTH, today)
          .forEach(month -> months.add(Map.entry(workshop.id(), month)));
    }
    jdbc.sql(FORGET_MONTHS).update();
    jdbc.sql(MONTHS)
        .param("ids", months.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param(
            "ends",
            months.stream()
                .map(entry -> entry.getValue().month().atEndOfMonth().toString())
                .toArray(String[]::new))
        .param("wages", months.stream().map(entry -> entry.getValue().wages()).toArray(Long[]::new))
        .update();
  }
}
