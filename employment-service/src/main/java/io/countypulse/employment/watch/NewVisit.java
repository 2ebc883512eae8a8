package io.countypulse.employment.watch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is handed in.
 *
 * @param visitedOn the business date where none is told
 * @param found required, at most 500 characters, as are the measures
 */
record NewVisit(@Nullable LocalDate visitedOn, @Nullable String found, @Nullable String measures) {}
