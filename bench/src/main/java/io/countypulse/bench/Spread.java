package io.countypulse.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Median with minimum and maximum of one series of measurements. */
record Spread(double minimum, double median, double maximum) {
  static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing measured");
    }
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  String format(String unit) {
    return String.format(Locale.ROOT, "%.3g %s (%.3g–%.3g)", median, unit, minimum, maximum);
  }
}
