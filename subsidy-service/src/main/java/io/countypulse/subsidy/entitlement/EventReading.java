package io.countypulse.subsidy.entitlement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads events of others; what is not understood is passed over, an unreadable one is logged. */
final class EventReading {

  private static final Logger LOG = LoggerFactory.getLogger(EventReading.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventReading() {}

  /** An event that tells the whole state of something. */
  interface State {
    String id();

    long version();
  }

  /**
   * The newest state of each thing the records of this type tell of.
   *
   * @param type CloudEvents type; others, and heartbeats, are passed over
   */
  static <S extends State> List<S> newest(
      List<ConsumerRecord<String, byte[]>> records, String type, Function<JsonNode, S> read) {
    Map<String, S> newest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      S told = isOf(type, record) ? read(record, read) : null;
      if (told != null) {
        newest.merge(
            told.id(), told, (one, other) -> one.version() >= other.version() ? one : other);
      }
    }
    return List.copyOf(newest.values());
  }

  /** A required text. */
  static String text(JsonNode event, String field) {
    return event.get(field).stringValue();
  }

  static @Nullable String optional(JsonNode event, String field) {
    JsonNode value = event.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  static LocalDate day(JsonNode event, String field) {
    return LocalDate.parse(text(event, field));
  }

  static @Nullable LocalDate optionalDay(JsonNode event, String field) {
    String day = optional(event, field);
    return day == null ? null : LocalDate.parse(day);
  }

  private static boolean isOf(String type, ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader("ce_type");
    return record.value() != null
        && header != null
        && new String(header.value(), StandardCharsets.UTF_8).equals(type);
  }

  private static <S> @Nullable S read(
      ConsumerRecord<String, byte[]> record, Function<JsonNode, S> read) {
    try {
      return read.apply(JSON.readTree(record.value()));
    } catch (JacksonException
        | DateTimeException
        | NullPointerException
        | IllegalArgumentException unreadable) {
      LOG.error(
          "unreadable event at {}-{} offset {}",
          record.topic(),
          record.partition(),
          record.offset());
      return null;
    }
  }
}
