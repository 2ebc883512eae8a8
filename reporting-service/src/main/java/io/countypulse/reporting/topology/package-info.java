/**
 * From events to partial sums: the Kafka Streams topology (ADR 0001, 0008). Each partition keeps
 * the state of its records and tells the read model which sums changed.
 */
@NullMarked
package io.countypulse.reporting.topology;

import org.jspecify.annotations.NullMarked;
