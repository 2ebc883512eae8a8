package io.countypulse.subsidy.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sample of people to call.
 *
 * @param seed by which it was drawn: the first of each county by md5(seed|person id)
 * @param people in it
 * @param called of them, within the month
 */
record Sample(
    UUID id,
    YearMonth month,
    int perCounty,
    long seed,
    int people,
    int called,
    String drawnBy,
    Instant drawnAt) {

  /**
   * One of the sample.
   *
   * @param maskedName empty where no file named the person
   * @param outcome of the last call within the month; null before it
   */
  record Person(
      int place,
      String personId,
      String county,
      String countyName,
      String maskedName,
      @Nullable LocalDate calledOn,
      @Nullable String outcome) {}
}
