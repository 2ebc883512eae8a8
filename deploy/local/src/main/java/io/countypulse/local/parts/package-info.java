/**
 * PostgreSQL and Kafka as processes of their own: the parts the platform stands on, without Docker.
 */
@NullMarked
package io.countypulse.local.parts;

import org.jspecify.annotations.NullMarked;
