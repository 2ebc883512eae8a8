package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.topic.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds who is entitled by the spells in work of {@code employment.worker.v1}: one transaction a
 * batch, as sets. A version heard before changes nothing, so batches may be taken again.
 */
@Repository
class WorkerEvents implements TopicReader.Taker {

  private static final String PEOPLE =
      """
      create temporary table told_person (
        id text collate "C", household_id text collate "C", county text collate "C", residence jsonb, day date)
        on commit drop
      """;

  /** Whoever was told of in an older state, or looked at up to an earlier year. */
  private static final String REMEMBER =
      """
      with told as (
        select * from unnest(
          :ids::text[], :versions::int8[], :households::text[], :counties::text[], :residences::text[]::jsonb[],
          :days::date[]) as t (id, version, household_id, county, residence, day)
      ),
      newer as (
        insert into person as p (id, household_id, county, residence, detected_to, version)
        select id, household_id, county, residence, :lastYear, version from told order by id
        on conflict (id) do update set
          household_id = excluded.household_id, county = excluded.county, residence = excluded.residence,
          detected_to = excluded.detected_to, version = excluded.version
        where p.version < excluded.version
          or (p.version = excluded.version and p.detected_to < excluded.detected_to)
        returning p.id
      )
      insert into told_person
      select id, t.household_id, t.county, t.residence, t.day from newer join told t using (id)
      """;

  /** Most people neither are entitled to anything nor ever were: nothing need be told of them. */
  private static final String SUBJECTS =
      """
      insert into told_subject
      select concerned.programme, p.id, p.household_id, p.county, p.residence, p.day
      from (
        select programme, subject_id from told_case
        union
        select programme, subject_id from subsidy_case
        where programme in ('TRANSPORT', 'PUBLIC_WELFARE_POST') and subject_id in (select id from told_person)
      ) as concerned
      join told_person p on p.id = concerned.subject_id
      """;

  /** A programme that does not hold on the day grants nothing. */
  private static final String ENTITLEMENTS =
      """
      with told as (
        select * from unnest(:people::text[], :programmes::text[], :periods::int4[], :froms::date[])
          as t (person_id, programme, period, entitled_from)
      ),
      granted as materialized (
        select programme, entitled_from, programme_fen(programme, entitled_from) as fen
        from (select distinct programme, entitled_from from told) as days
      )
      insert into told_case
      select t.programme, t.person_id, t.period, t.entitled_from, g.fen
      from told t
      join told_person p on p.id = t.person_id
      join granted g on (g.programme, g.entitled_from) = (t.programme, t.entitled_from)
      where g.fen is not null
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final BusinessDate businessDate;

  WorkerEvents(
      ScopedTransactions transactions, JdbcClient jdbc, Outbox outbox, BusinessDate businessDate) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.businessDate = businessDate;
  }

  @Override
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    List<Worker> workers = EventReading.newest(records, Worker.TYPE, Worker::read);
    if (!workers.isEmpty()) {
      transactions.write(CountyScope.city(), () -> apply(workers));
    }
  }

  private void apply(List<Worker> workers) {
    int lastYear = businessDate.today().getYear() + 1;
    EntitledCases.begin(jdbc);
    jdbc.sql(PEOPLE).update();
    if (remember(workers, lastYear) > 0) {
      jdbc.sql("analyze told_person (id)").update();
      stageEntitlements(workers, lastYear);
      jdbc.sql(SUBJECTS).update();
      EntitledCases.apply(jdbc, outbox.traceparent());
    }
  }

  private int remember(List<Worker> workers, int lastYear) {
    return jdbc.sql(REMEMBER)
        .param("ids", column(workers, Worker::id))
        .param("versions", workers.stream().map(Worker::version).toArray(Long[]::new))
        .param("households", column(workers, Worker::householdId))
        .param("counties", column(workers, worker -> worker.home().county()))
        .param("residences", column(workers, worker -> worker.home().residence()))
        .param("days", column(workers, worker -> worker.businessDate().toString()))
        .param("lastYear", lastYear)
        .update();
  }

  private void stageEntitlements(List<Worker> workers, int lastYear) {
    List<Map.Entry<String, Entitlement>> found = new ArrayList<>();
    for (Worker worker : workers) {
      Entitlement.of(worker.spells(), lastYear)
          .forEach(entitlement -> found.add(Map.entry(worker.id(), entitlement)));
    }
    jdbc.sql(ENTITLEMENTS)
        .param("people", column(found, Map.Entry::getKey))
        .param("programmes", column(found, entry -> entry.getValue().programme().name()))
        .param(
            "periods",
            found.stream().map(entry -> entry.getValue().period()).toArray(Integer[]::new))
        .param("froms", column(found, entry -> entry.getValue().from().toString()))
        .update();
  }

  private static <T> String[] column(List<T> rows, Function<T, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
