package io.countypulse.reporting.figure;

import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** One measure of one county and period over time, as sums up to each day. Immutable. */
final class Series {

  static final Series EMPTY = new Series(new int[0], new long[0]);

  private final int[] days;
  private final long[] sums;

  private Series(int[] days, long[] sums) {
    this.days = days;
    this.sums = sums;
  }

  /** The series of these cells, days ascending. */
  static Series of(SeriesCells cells) {
    Builder builder = new Builder(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      builder.add(cells.day(i), cells.amount(i));
    }
    return builder.build();
  }

  /** The sum of everything dated until this epoch day. */
  long at(int day) {
    int found = Arrays.binarySearch(days, day);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? 0 : sums[index];
  }

  /** The sum on each of these days, added up: people in work become days of work. */
  long sumOfDays(int first, int last) {
    int found = Arrays.binarySearch(days, first);
    int index = found >= 0 ? found : -found - 2;
    long sum = 0;
    for (int day = first; day <= last; index++) {
      int next = index + 1 < days.length ? Math.min(days[index + 1], last + 1) : last + 1;
      sum += (index < 0 ? 0 : sums[index]) * (next - day);
      day = next;
    }
    return sum;
  }

  /** Adds its days and sums under a name. */
  void addTo(MessageDigest digest, SeriesName name) {
    String key = name.county() + '|' + name.measure() + '|' + name.period() + '\n';
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.allocate(days.length * (Integer.BYTES + Long.BYTES));
    for (int i = 0; i < days.length; i++) {
      bytes.putInt(days[i]).putLong(sums[i]);
    }
    digest.update(bytes.array());
  }

  boolean isEmpty() {
    return days.length == 0;
  }

  /** All of these together, halves of halves, so that many cost little more than their length. */
  static Series sum(List<Series> parts) {
    return switch (parts.size()) {
      case 0 -> EMPTY;
      case 1 -> parts.getFirst();
      default -> {
        int half = parts.size() / 2;
        yield sum(parts.subList(0, half)).plus(sum(parts.subList(half, parts.size())));
      }
    };
  }

  Series plus(Series other) {
    return merge(other, Long::sum);
  }

  Series minus(Series other) {
    return merge(other, (mine, theirs) -> mine - theirs);
  }

  /** This series with the given cells in place of its own of the same days. */
  Series with(SeriesCells cells) {
    Builder builder = new Builder(days.length + cells.size());
    int mine = 0;
    for (int i = 0; i < cells.size(); i++) {
      while (mine < days.length && days[mine] < cells.day(i)) {
        builder.add(days[mine], amount(mine++));
      }
      if (mine < days.length && days[mine] == cells.day(i)) {
        mine++;
      }
      builder.add(cells.day(i), cells.amount(i));
    }
    while (mine < days.length) {
      builder.add(days[mine], amount(mine++));
    }
    return builder.build();
  }

  private Series merge(Series other, Combination combination) {
    Builder builder = new Builder(days.length + other.days.length);
    int mine = 0;
    int theirs = 0;
    while (mine < days.length || theirs < other.days.length) {
      int day = Math.min(dayOrNever(mine), other.dayOrNever(theirs));
      long left = dayOrNever(mine) == day ? amount(mine++) : 0;
      long right = other.dayOrNever(theirs) == day ? other.amount(theirs++) : 0;
      builder.add(day, combination.of(left, right));
    }
    return builder.build();
  }

  private int dayOrNever(int index) {
    return index < days.length ? days[index] : Integer.MAX_VALUE;
  }

  private long amount(int index) {
    return index == 0 ? sums[0] : sums[index] - sums[index - 1];
  }

  @FunctionalInterface
  private interface Combination {
    long of(long mine, long theirs);
  }

  private static final class Builder {
    private final int[] days;
    private final long[] sums;
    private int size;
    private long sum;

    Builder(int capacity) {
      days = new int[capacity];
      sums = new long[capacity];
    }

    void add(int day, long amount) {
      if (amount != 0) {
        sum += amount;
        days[size] = day;
        sums[size++] = sum;
      }
    }

    Series build() {
      return size == 0 ? EMPTY : new Series(Arrays.copyOf(days, size), Arrays.copyOf(sums, size));
    }
  }
}
