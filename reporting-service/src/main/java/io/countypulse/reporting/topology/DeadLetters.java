package io.countypulse.reporting.topology;

import io.micrometer.core.instrument.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records that no figure can be made of on {@link #TOPIC}, with where they stood and why, and
 * lets the stream go on. Anything else is a fault of the moment: the thread is replaced and tries
 * again from the last commit.
 */
public final class DeadLetters
    implements ProcessingExceptionHandler, DeserializationExceptionHandler {

  public static final String TOPIC = "reporting.dead-letter.v1";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  /** Leaves room for the headers within the size a topic takes by default. */
  private static final int LARGEST_VALUE = 900_000;

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    return exception instanceof UnreadableEvent unreadable
        ? ProcessingExceptionHandler.Response.resume(
            List.of(letter(context, unreadable.reason().name())))
        : ProcessingExceptionHandler.Response.fail();
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    return DeserializationExceptionHandler.Response.resume(
        List.of(letter(context, UnreadableEvent.Reason.MALFORMED.name())));
  }

  private static ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext at, String reason) {
    LOG.warn(
        "Dead letter {}: {} partition {} offset {}",
        reason,
        at.topic(),
        at.partition(),
        at.offset());
    Metrics.counter("pulse.dead.letters", "topic", at.topic(), "reason", reason).increment();
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(TOPIC, null, at.sourceRawKey(), payload(at.sourceRawValue()));
    at.headers().forEach(letter.headers()::add);
    header(letter, "reason", reason);
    header(letter, "origin_topic", at.topic());
    header(letter, "origin_partition", Integer.toString(at.partition()));
    header(letter, "origin_offset", Long.toString(at.offset()));
    return letter;
  }

  private static byte @Nullable [] payload(byte @Nullable [] value) {
    return value == null || value.length > LARGEST_VALUE ? null : value;
  }

  private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add("pulse_" + name, value.getBytes(StandardCharsets.UTF_8));
  }
}
