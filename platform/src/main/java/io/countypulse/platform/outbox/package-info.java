/**
 * Events written in the business transaction and relayed to Kafka, never lost, in order per key.
 */
@NullMarked
package io.countypulse.platform.outbox;

import org.jspecify.annotations.NullMarked;
