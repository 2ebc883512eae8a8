package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * How many of a sample a printed per cent can stand for.
 *
 * @param least and most of those that print so when rounded; where none does, the nearest count
 * @param fit how the nearest count prints
 */
record Counts(PrintedNumber printed, BigDecimal sample, long least, long most, Fit fit) {

  private static final long MOST_UNASKED = 1000;

  /** How a per cent and a count go together. */
  enum Fit {
    ROUNDED,
    /** Less than one last place away: cut off, not rounded. */
    CUT_OFF,
    IMPOSSIBLE
  }

  /** The counts of a sample above zero. */
  static Counts of(PrintedNumber printed, BigDecimal sample) {
    BigDecimal exact =
        printed.value().multiply(sample).divide(PrintedNumber.HUNDRED, 6, RoundingMode.HALF_UP);
    long nearest =
        Math.clamp(exact.setScale(0, RoundingMode.HALF_UP).longValue(), 0, sample.longValue());
    long reach = sample.multiply(printed.lastPlace()).longValue() / 100 + 1;
    List<Long> possible =
        LongStream.rangeClosed(nearest - reach, nearest + reach)
            .filter(k -> k >= 0 && k <= sample.longValue())
            .filter(k -> printed.rounds(BigDecimal.valueOf(k), sample))
            .boxed()
            .toList();
    if (!possible.isEmpty()) {
      return new Counts(printed, sample, possible.getFirst(), possible.getLast(), Fit.ROUNDED);
    }
    boolean near = printed.isNear(BigDecimal.valueOf(nearest), sample);
    return new Counts(printed, sample, nearest, nearest, near ? Fit.CUT_OFF : Fit.IMPOSSIBLE);
  }

  boolean isImpossible() {
    return fit == Fit.IMPOSSIBLE;
  }

  /** How few people left unasked would make it possible. */
  OptionalInt unasked() {
    return LongStream.range(1, Math.min(MOST_UNASKED, sample.longValue()))
        .filter(k -> of(printed, sample.subtract(BigDecimal.valueOf(k))).fit() == Fit.ROUNDED)
        .mapToInt(Math::toIntExact)
        .findFirst();
  }

  /** The per cent of the lowest and, where it differs, of the highest count. */
  String computed() {
    String low = PrintedNumber.percentText(BigDecimal.valueOf(least), sample);
    String high = PrintedNumber.percentText(BigDecimal.valueOf(most), sample);
    return low.equals(high) ? low : low + "～" + high;
  }

  /** Whether some count gives exactly what is printed. */
  boolean isExact() {
    return LongStream.rangeClosed(least, most)
        .anyMatch(k -> printed.equalsPercent(BigDecimal.valueOf(k), sample));
  }
}
