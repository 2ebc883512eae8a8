package io.countypulse.reporting.risk;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes events by sets, each batch in one transaction. The higher version of a record stands, so
 * what is taken again, or late, changes nothing.
 */
@Repository
class RiskFacts {

  private static final String FACTS =
      """
      insert into risk_fact as known (reason, record, household, version, days)
      select :reason, record, household, version, days::datemultirange
      from unnest(:records::text[], :households::text[], :versions::int8[], :days::text[])
        as told (record, household, version, days)
      order by record collate "C"
      on conflict (reason, record) do update
      set household = excluded.household, version = excluded.version, days = excluded.days
      where excluded.version > known.version
      """;

  private static final String HOMES =
      """
      insert into risk_home as known (household, told_by, recorded_at, counties, begins, category)
      select distinct on (household collate "C")
        household, :toldBy, recorded_at::timestamptz, counties::text[], begins::date[], category
      from unnest(:households::text[], :recorded::text[], :counties::text[], :begins::text[], :categories::text[])
        as told (household, recorded_at, counties, begins, category)
      where counties <> '{}'
      order by household collate "C", recorded_at::timestamptz desc
      on conflict (household) do update
      set told_by = excluded.told_by, recorded_at = excluded.recorded_at, counties = excluded.counties,
        begins = excluded.begins, category = excluded.category
      where (excluded.told_by, known.recorded_at) < (known.told_by, excluded.recorded_at)
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;

  RiskFacts(ScopedTransactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** The consumer group that reads for this database. */
  String group() {
    return jdbc.sql("select 'reporting-risk-' || name from risk_reading")
        .query(String.class)
        .single();
  }

  /** Takes what a reason's topic told. */
  void take(Reason reason, List<ConsumerRecord<String, byte[]>> records) {
    List<Told> told = EventReading.newest(reason, records);
    if (!told.isEmpty()) {
      transactions.write(
          CountyScope.city(),
          () -> {
            writeFacts(reason, told);
            writeHomes(reason, told);
          });
    }
  }

  private void writeFacts(Reason reason, List<Told> told) {
    jdbc.sql(FACTS)
        .param("reason", reason.name())
        .param("records", texts(told, Told::id))
        .param("households", texts(told, Told::household))
        .param("versions", told.stream().map(Told::version).toArray(Long[]::new))
        .param("days", texts(told, Told::multirange))
        .update();
  }

  private void writeHomes(Reason reason, List<Told> told) {
    jdbc.sql(HOMES)
        .param("toldBy", reason.place())
        .param("households", texts(told, Told::household))
        .param("recorded", texts(told, each -> each.recordedAt().toString()))
        .param("counties", texts(told, each -> each.homes(Home::county)))
        .param("begins", texts(told, each -> each.homes(Home::day)))
        .param("categories", categories(told))
        .update();
  }

  private static String[] texts(List<Told> told, Function<Told, String> text) {
    return told.stream().map(text).toArray(String[]::new);
  }

  @SuppressWarnings("NullAway") // a category that is not told is a null in the array
  private static String[] categories(List<Told> told) {
    return told.stream().map(Told::category).toArray(String[]::new);
  }
}
