package io.countypulse.platform.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A row as the relay reads it; texts are UTF-8, as they are sent.
 *
 * @param payload null deletes the key from a compacted topic
 * @param recordedAt microseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and sent as they were read
record OutboxRow(
    long id,
    String topic,
    byte[] key,
    String type,
    byte @Nullable [] payload,
    byte @Nullable [] traceparent,
    long recordedAt) {}
