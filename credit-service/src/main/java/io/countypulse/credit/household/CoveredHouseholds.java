package io.countypulse.credit.household;

import io.countypulse.platform.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The covered households, as the department of employment publishes them ({@code
 * employment.household.v1}). A higher version wins; a repeat changes nothing.
 */
@Repository
class CoveredHouseholds implements TopicReader.Taker {

  private static final Logger LOG = LoggerFactory.getLogger(CoveredHouseholds.class);
  private static final String TYPE = "io.countypulse.employment.household.v1";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CoveredHouseholds(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is kept of an event. */
  record Covered(String id, @Nullable String category, LocalDate businessDate, long version) {}

  @Override
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    Map<String, Covered> newest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      read(record)
          .ifPresent(
              told ->
                  newest.merge(
                      told.id(),
                      told,
                      (one, other) -> one.version() >= other.version() ? one : other));
    }
    if (!newest.isEmpty()) {
      write(newest.values());
    }
  }

  private void write(Collection<Covered> households) {
    jdbc.sql(
            """
            insert into covered_household as c (id, category, covered_from, version)
            select * from unnest(:ids::text[], :categories::text[], :days::date[], :versions::int8[])
            on conflict (id) do update set
              category = excluded.category, version = excluded.version,
              covered_from = least(c.covered_from, excluded.covered_from)
            where excluded.version > c.version
            """)
        .param("ids", households.stream().map(Covered::id).toArray(String[]::new))
        .param("categories", households.stream().map(Covered::category).toArray(String[]::new))
        .param(
            "days",
            households.stream().map(told -> told.businessDate().toString()).toArray(String[]::new))
        .param("versions", households.stream().map(Covered::version).toArray(Long[]::new))
        .update();
  }

  /**
   * Heartbeats and types of others are passed over; what cannot be read is said and passed over.
   */
  private Optional<Covered> read(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    if (record.value() == null
        || type == null
        || !new String(type.value(), StandardCharsets.UTF_8).equals(TYPE)) {
      return Optional.empty();
    }
    try {
      JsonNode event = json.readTree(record.value());
      @Nullable String category =
          event.path("category").isString() ? event.get("category").stringValue() : null;
      return Optional.of(
          new Covered(
              event.get("householdId").stringValue(),
              category,
              LocalDate.parse(event.get("businessDate").stringValue()),
              event.get("version").longValue()));
    } catch (JacksonException | DateTimeException | NullPointerException unreadable) {
      LOG.error(
          "unreadable event at {}-{} offset {}",
          record.topic(),
          record.partition(),
          record.offset());
      return Optional.empty();
    }
  }
}
