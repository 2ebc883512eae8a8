package io.countypulse.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A request that writes, as a controller method takes it for an argument.
 *
 * @param operation method, path and query
 * @param key the header {@code Idempotency-Key}; null where there is none, which only a preview may
 *     lack
 */
public record WriteRequest(String operation, @Nullable String key) {}
