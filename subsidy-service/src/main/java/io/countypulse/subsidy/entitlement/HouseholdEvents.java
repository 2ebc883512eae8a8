package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.topic.TopicReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which households are covered; a case of one that becomes known loses its flag by that alone. */
@Repository
class HouseholdEvents implements TopicReader.Taker {

  private final JdbcClient jdbc;

  HouseholdEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    List<Household> told = EventReading.newest(records, Household.TYPE, Household::read);
    if (!told.isEmpty()) {
      jdbc.sql(
              """
              insert into covered_household as h (id, category, version)
              select * from unnest(:ids::text[], :categories::text[], :versions::int8[]) as t (id, category, version)
              order by id
              on conflict (id) do update set category = excluded.category, version = excluded.version
              where excluded.version > h.version
              """)
          .param("ids", told.stream().map(Household::id).toArray(String[]::new))
          .param("categories", told.stream().map(Household::category).toArray(String[]::new))
          .param("versions", told.stream().map(Household::version).toArray(Long[]::new))
          .update();
    }
  }
}
