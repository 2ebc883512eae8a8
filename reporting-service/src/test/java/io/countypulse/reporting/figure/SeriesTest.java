package io.countypulse.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The board's sums are the sums of what each partition said last. */
class SeriesTest {

  private static final SeriesName NAME = new SeriesName("530102", "employment.working", "");

  record Told(int partition, boolean complete, int day, long amount) {}

  @Property(tries = 200)
  void theBoardHoldsTheSumOfTheNewestOfEachPartition(
      @ForAll @Size(max = 30) List<@IntRange(max = 999) Integer> numbers) {
    Map<Integer, Map<Integer, Long>> byPartition = new TreeMap<>();
    Board board = Board.EMPTY;
    for (int number : numbers) {
      Told told = new Told(number % 3, number % 10 == 9, number / 10 % 7, number % 5 - 2);
      board = board.with(List.of(emission(told)));
      Map<Integer, Long> cells =
          byPartition.computeIfAbsent(told.partition(), _ -> new TreeMap<>());
      if (told.complete()) {
        cells.clear();
      }
      cells.put(told.day(), told.amount());
    }
    for (int day = 0; day < 8; day++) {
      assertThat(sum(board, day)).isEqualTo(sum(byPartition, day));
    }
  }

  @Property(tries = 200)
  void daysAddedUpAreTheSumOfEachDay(
      @ForAll @Size(max = 12) Set<@IntRange(min = -20, max = 20) Integer> days,
      @ForAll @IntRange(min = -25, max = 25) int first,
      @ForAll @IntRange(min = -25, max = 25) int last) {
    int[] sorted = days.stream().mapToInt(Integer::intValue).sorted().toArray();
    long[] amounts = Arrays.stream(sorted).mapToLong(day -> 3L - day % 5).toArray();
    Series series = Series.of(new SeriesCells(NAME, sorted, amounts));
    long sum = IntStream.rangeClosed(first, last).mapToLong(series::at).sum();
    assertThat(series.sumOfDays(first, last)).isEqualTo(sum);
  }

  private static Emission emission(Told told) {
    SeriesCells cells = new SeriesCells(NAME, new int[] {told.day()}, new long[] {told.amount()});
    return new Emission("1", "t", told.partition(), told.complete(), null, null, List.of(cells));
  }

  private static long sum(Board board, int day) {
    List<Long> sums = new ArrayList<>(List.of(0L));
    board.forEach((_, series) -> sums.add(series.at(day)));
    return sums.getLast();
  }

  private static long sum(Map<Integer, Map<Integer, Long>> cells, int day) {
    return cells.values().stream()
        .flatMap(each -> each.entrySet().stream())
        .filter(each -> each.getKey() <= day)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
