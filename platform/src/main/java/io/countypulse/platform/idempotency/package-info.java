/** Writes that may be sent twice and take effect once: the header {@code Idempotency-Key}. */
@NullMarked
package io.countypulse.platform.idempotency;

import org.jspecify.annotations.NullMarked;
