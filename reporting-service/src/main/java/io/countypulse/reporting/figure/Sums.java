package io.countypulse.reporting.figure;

import io.countypulse.reporting.contribution.Measure;
import java.util.EnumMap;
import java.util.Map;

/** The measures of one unit on one day. */
final class Sums {

  private final Map<Measure, Long> byMeasure = new EnumMap<>(Measure.class);

  long of(Measure measure) {
    return byMeasure.getOrDefault(measure, 0L);
  }

  void add(Measure measure, long amount) {
    byMeasure.merge(measure, amount, Long::sum);
  }
}
