package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.topic.TopicReader;
import io.countypulse.subsidy.cases.CaseUpdate;
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
      create temporary table told_person on commit drop as
      select * from unnest(
        :ids::text[], :versions::int8[], :households::text[], :counties::text[], :residences::text[]::jsonb[],
        :days::date[]) as t (id, version, household_id, county, residence, day)
      """;

  private static final String ENTITLEMENTS =
      """
      create temporary table told_entitlement on commit drop as
      with told as (
        select * from unnest(:people::text[], :programmes::text[], :periods::int4[], :froms::date[])
          as t (person_id, programme, period, entitled_from)
      ),
      granted as materialized (
        select programme, entitled_from, programme_fen(programme, entitled_from) as fen
        from (select distinct programme, entitled_from from told) as days
      )
      select t.*, g.fen from told t join granted g using (programme, entitled_from) where g.fen is not null
      """;

  private static final String STALE =
      """
      delete from told_person t using person p
      where p.id = t.id and (p.version > t.version or (p.version = t.version and p.detected_to >= :lastYear))
      """;

  private static final String REMEMBER =
      """
      insert into person (id, household_id, county, residence, detected_to, version)
      select id, household_id, county, residence, :lastYear, version from told_person order by id
      on conflict (id) do update set
        household_id = excluded.household_id, county = excluded.county, residence = excluded.residence,
        detected_to = excluded.detected_to, version = excluded.version
      """;

  private static final String ENTITLED =
      """
      with changed as (
        insert into subsidy_case as c (
          id, programme, subject_id, period, household_id, county, residence, entitled_from, entitled_fen)
        select concat_ws('|', e.programme, p.id, e.period), e.programme, p.id, e.period, p.household_id, p.county,
          p.residence, e.entitled_from, e.fen
        from told_entitlement e
        join told_person p on p.id = e.person_id
        order by 1
        on conflict (id) do update set
          household_id = excluded.household_id, county = excluded.county, residence = excluded.residence,
          entitled_from = excluded.entitled_from, entitled_fen = excluded.entitled_fen
        where (c.household_id, c.county, c.residence, c.entitled_from, c.entitled_fen) is distinct from
          (excluded.household_id, excluded.county, excluded.residence, excluded.entitled_from, excluded.entitled_fen)
        returning c.id, c.subject_id
      )
      insert into touched_case
      select c.id, p.day from changed c join told_person p on p.id = c.subject_id
      """;

  /** Cases whose spell is no longer there; and those a file alone knows of move with the person. */
  private static final String NOT_ENTITLED =
      """
      with changed as (
        update subsidy_case c set
          household_id = p.household_id, county = p.county, residence = p.residence, entitled_from = null,
          entitled_fen = null
        from told_person p
        where c.subject_id = p.id and c.programme in ('TRANSPORT', 'PUBLIC_WELFARE_POST')
          and not exists (
            select from told_entitlement e
            where e.person_id = p.id and e.programme = c.programme and e.period = c.period)
          and (c.entitled_from is not null or (c.household_id, c.county, c.residence)
            is distinct from (p.household_id, p.county, p.residence))
        returning c.id, p.day
      )
      insert into touched_case select * from changed
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
    CaseUpdate.begin(jdbc);
    stage(workers, lastYear);
    jdbc.sql(STALE).param("lastYear", lastYear).update();
    if (jdbc.sql(REMEMBER).param("lastYear", lastYear).update() > 0) {
      jdbc.sql("analyze told_person, told_entitlement").update();
      jdbc.sql(ENTITLED).update();
      jdbc.sql(NOT_ENTITLED).update();
      CaseUpdate.publish(jdbc, outbox.traceparent());
    }
  }

  private void stage(List<Worker> workers, int lastYear) {
    jdbc.sql(PEOPLE)
        .param("ids", column(workers, Worker::id))
        .param("versions", workers.stream().map(Worker::version).toArray(Long[]::new))
        .param("households", column(workers, Worker::householdId))
        .param("counties", column(workers, worker -> worker.home().county()))
        .param("residences", column(workers, worker -> worker.home().residence()))
        .param("days", column(workers, worker -> worker.businessDate().toString()))
        .update();
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
