package io.countypulse.employment.watch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit to somebody watched.
 *
 * @param found how the person lives, and why without wage
 * @param measures what was agreed or done
 * @param by who wrote it down
 */
record Visit(
    LocalDate visitedOn, String found, @Nullable String measures, String by, Instant recordedAt) {}
