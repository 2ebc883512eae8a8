package io.countypulse.reporting.risk;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads events; what is of another type is passed over, an unreadable one is logged. */
final class EventReading {

  private static final Logger LOG = LoggerFactory.getLogger(EventReading.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private EventReading() {}

  /** The newest state of each record told of. */
  static List<Told> newest(Reason reason, List<ConsumerRecord<String, byte[]>> records) {
    Map<String, Told> newest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Told told = isOf(reason, record) ? read(reason, record) : null;
      if (told != null) {
        newest.merge(told.id(), told, Told::or);
      }
    }
    return List.copyOf(newest.values());
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  static LocalDate day(JsonNode object, String field) {
    return day(object.required(field).stringValue());
  }

  static @Nullable LocalDate optionalDay(JsonNode object, String field) {
    String day = text(object, field);
    return day == null ? null : day(day);
  }

  /** A day the database can hold. */
  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new IllegalArgumentException("no day of our time");
    }
    return day;
  }

  static Days days(JsonNode object, String from, String until) {
    return new Days(day(object, from), optionalDay(object, until));
  }

  private static boolean isOf(Reason reason, ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return record.value() != null
        && type != null
        && new String(type.value(), StandardCharsets.US_ASCII)
            .equals("io.countypulse." + reason.topic());
  }

  private static @Nullable Told read(Reason reason, ConsumerRecord<String, byte[]> record) {
    try {
      return reason.read(JSON.readTree(record.value()));
    } catch (JacksonException | DateTimeException | IllegalArgumentException _) {
      LOG.error(
          "unreadable event at {}-{} offset {}",
          record.topic(),
          record.partition(),
          record.offset());
      return null;
    }
  }
}
