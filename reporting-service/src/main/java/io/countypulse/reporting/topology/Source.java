package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Programme;
import io.countypulse.reporting.topology.UnreadableEvent.Reason;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A topic that figures are made of; further ones are only added. */
@SuppressWarnings("ImmutableEnumChecker") // readers are functions without state
public enum Source {
  WORKERS("employment.worker.v1", 'W', WorkerJson::read),
  TARGETS("employment.target.v1", 'T', json -> TargetJson.read(json, Programme.EMPLOYMENT)),
  LOANS("credit.loan.v1", 'L', LoanJson::read),
  CREDIT_HOUSEHOLDS("credit.household.v1", 'H', CreditHouseholdJson::read),
  CREDIT_TARGETS("credit.target.v1", 'M', json -> TargetJson.read(json, Programme.MICROCREDIT)),
  SUBSIDY_CASES("subsidy.case.v1", 'S', SubsidyCaseJson::read),
  CALLS("subsidy.call.v1", 'C', CallJson::read);

  private static final String TYPE_HEADER = "ce_type";
  private static final String TYPE_PREFIX = "io.countypulse.";
  private static final String HEARTBEAT = TYPE_PREFIX + "platform.heartbeat.v1";

  private final String topic;
  private final byte mark;
  private final Function<byte[], Event> reader;
  private final String type;

  Source(String topic, char mark, Function<byte[], Event> reader) {
    this.topic = topic;
    this.mark = (byte) mark;
    this.reader = reader;
    this.type = TYPE_PREFIX + topic;
  }

  /** The topic's name in the contracts. */
  public String topic() {
    return topic;
  }

  /** First byte of the keys its records are stored under. */
  byte mark() {
    return mark;
  }

  /**
   * The event a record holds.
   *
   * @throws UnreadableEvent if the record is none of this topic's
   */
  Event event(Headers headers, byte @Nullable [] value) {
    return read(headers, type, value, reader);
  }

  /**
   * The heartbeat a record holds.
   *
   * @throws UnreadableEvent if the record is no heartbeat
   */
  static Heartbeat heartbeat(Headers headers, byte @Nullable [] value) {
    return read(headers, HEARTBEAT, value, Heartbeat::read);
  }

  private static <T> T read(
      Headers headers, String type, byte @Nullable [] value, Function<byte[], T> reader) {
    if (!type.equals(type(headers))) {
      throw new UnreadableEvent(Reason.UNKNOWN_TYPE, null);
    }
    if (value == null) {
      throw new UnreadableEvent(Reason.NO_VALUE, null);
    }
    try {
      return reader.apply(value);
    } catch (RuntimeException malformed) {
      throw new UnreadableEvent(Reason.MALFORMED, malformed);
    }
  }

  private static @Nullable String type(Headers headers) {
    Header header = headers.lastHeader(TYPE_HEADER);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.US_ASCII);
  }
}
