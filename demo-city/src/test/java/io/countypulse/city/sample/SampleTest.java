package io.countypulse.city.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.city.Place;
import io.countypulse.city.Places;
import io.countypulse.city.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

  private static final Place PLACE = Places.invented("小省", 40, 20_000, 5);

  private final Sample sample = Sample.of(PLACE, 5);

  @TempDir Path directory;

  @Test
  void aSampleHasOneRowForEachWhoWorks() throws IOException {
    Path file = directory.resolve("workers.csv");
    Sample kunming = Sample.of(Places.kunming(), 5);
    Map<String, Integer> working = kunming.writeWorkers(file);
    List<String[]> rows = rows(file);
    assertEquals(158_167, rows.size());
    assertEquals(158_167, kunming.rows());
    assertEquals(158_167, rows.stream().map(row -> row[4]).distinct().count());
    Map<String, Long> byName =
        rows.stream().collect(Collectors.groupingBy(row -> row[0], Collectors.counting()));
    for (Quota quota : Places.kunming().quotas()) {
      assertEquals(quota.working(), byName.get(quota.unit().name()));
      assertEquals(quota.working(), working.get(quota.unit().code()));
    }
    assertEquals(12_591, rows.stream().filter(row -> row[9].equals("省外")).count());
  }

  @Test
  void aCorrectionStopsOthersInEachRound() throws IOException {
    Path before = directory.resolve("before.csv");
    sample.writeWorkers(before);
    Set<String> stopped = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      Path after = directory.resolve("after" + round + ".csv");
      Map<String, Integer> working = sample.writeCorrected(after, 100, round);
      assertEquals(
          sample.rows() - 100, working.values().stream().mapToInt(Integer::intValue).sum());
      Set<String> changed = new HashSet<>(Files.readAllLines(after));
      changed.removeAll(new HashSet<>(Files.readAllLines(before)));
      assertEquals(100, changed.size());
      assertTrue(changed.stream().allMatch(line -> line.contains("," + PLACE.today() + ",")));
      Path only = directory.resolve("only" + round + ".csv");
      assertEquals(working, sample.writeCorrections(only, 100, round));
      assertEquals(changed, new HashSet<>(Files.readAllLines(only).subList(1, 101)));
      stopped.addAll(changed);
    }
    assertEquals(300, stopped.size());
  }

  @Test
  void faultyRowsOfEveryKindStandWhereTheySay() throws IOException {
    Path file = directory.resolve("faulty.csv");
    List<FaultyRow> faulty = sample.writeFaulty(file, 500);
    List<String> lines = Files.readAllLines(file);
    assertEquals(sample.rows() + 1, lines.size());
    assertEquals(500, faulty.size());
    assertEquals(500, faulty.stream().map(FaultyRow::personId).distinct().count());
    assertEquals(
        EnumSet.allOf(Fault.class),
        faulty.stream()
            .map(FaultyRow::fault)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class))));
    Path clean = directory.resolve("clean.csv");
    sample.writeWorkers(clean);
    Set<Integer> expected = faulty.stream().map(FaultyRow::line).collect(Collectors.toSet());
    List<String> sound = Files.readAllLines(clean);
    for (int line = 1; line <= lines.size(); line++) {
      boolean differs = !lines.get(line - 1).equals(sound.get(line - 1));
      assertEquals(expected.contains(line), differs, "line " + line);
    }
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
