package io.countypulse.employment.figure;

import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Sheets.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The department's figures are those a program that shares nothing with it counts in the files. */
class OracleTest {

  private static final Path CITY = Path.of("../demo-city/src/main/resources/kunming");
  private static final List<String> COUNTIES = List.of("东川区", "五华区", "寻甸县", "阳宗海");
  private static final List<String> INDICATORS =
      List.of(
          "target",
          "working",
          "out_of_province",
          "worked_this_year",
          "completion_rate",
          "months_vs_last_year",
          "returned",
          "re_employed");
  private static final List<String> DAYS =
      List.of("2023-12-31", "2024-01-01", "2024-02-29", "2024-06-10");
  private static final long SEED = 20240610;

  private final Department department = Department.shared().reset();
  private final Random random = new Random(SEED);

  @TempDir private Path folder;

  @Test
  void theFiguresAreThoseOfTheFiles() throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < 400; person++) {
      rows.addAll(life(person));
    }
    String before = workers(rows);
    String after = workers(rows.stream().map(OracleTest::moved).toList());
    department.imports("workers", "asOf=2023-01-01", before, lead());
    department.imports("workers", "asOf=2024-03-15", after, lead());
    assertThat(counted(before, after)).isEqualTo(told());
  }

  private List<Row> life(int person) {
    String county = COUNTIES.get(random.nextInt(COUNTIES.size()));
    String wish = List.of("", "", "是", "否").get(random.nextInt(4));
    List<Row> rows = new ArrayList<>();
    LocalDate day = LocalDate.of(2022, 6, 1).plusDays(random.nextInt(300));
    for (int spells = random.nextInt(5); spells > 0; spells--) {
      LocalDate end = day.plusDays(random.nextInt(300));
      boolean open = spells == 1 && random.nextInt(3) == 0;
      String area = random.nextBoolean() ? "省外" : "县内";
      rows.add(spell(person, area, "厂" + spells, day.toString(), open ? "" : end.toString()));
      day = end.plusDays(random.nextInt(140) - 20);
      if (day.isAfter(LocalDate.parse(Department.TODAY))) {
        break;
      }
    }
    if (rows.isEmpty()) {
      rows.add(worker(person));
    }
    return rows.stream().map(row -> row.with("县（市）区", county).with("就业意愿", wish)).toList();
  }

  /** Every tenth person has moved. */
  private static Row moved(Row row) {
    return row.cells().getOrDefault("人编号", "").endsWith("7") ? row.with("县（市）区", "五华区") : row;
  }

  private Map<String, List<String>> told() {
    Map<String, List<String>> told = new TreeMap<>();
    for (String day : DAYS) {
      for (JsonNode figure :
          department.read("/api/employment/figures?asOf=" + day, lead()).at("/figures")) {
        boolean value = figure.at("/state").asString().equals("VALUE");
        told.computeIfAbsent(day + " " + figure.at("/county").asString(), _ -> new ArrayList<>())
            .add(
                figure.at("/indicator").asString().substring("employment.".length())
                    + " "
                    + figure.at(value ? "/value" : "/state").asString());
      }
    }
    return told;
  }

  private Map<String, List<String>> counted(String before, String after)
      throws IOException, InterruptedException {
    Files.copy(CITY.resolve("units.csv"), folder.resolve("units.csv"));
    Files.copy(CITY.resolve("city.json"), folder.resolve("city.json"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "../demo-city/oracle/Figures.java",
                "--all",
                Files.writeString(folder.resolve("before.csv"), before + "\n").toString(),
                "--asOf",
                "2024-03-15",
                Files.writeString(folder.resolve("after.csv"), after + "\n").toString()));
    command.addAll(DAYS);
    Process oracle = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = oracle.inputReader().lines().toList();
    assertThat(oracle.waitFor()).as(String.join("\n", lines)).isZero();
    Map<String, List<String>> counted = new TreeMap<>();
    String day = "";
    for (String line : lines) {
      if (line.startsWith("# ")) {
        day = line.substring(2);
      } else if (!line.startsWith("county,")) {
        counted.put(day + " " + line.substring(0, line.indexOf(',')), named(line.split(",", -1)));
      }
    }
    return counted;
  }

  private static List<String> named(String[] cells) {
    List<String> named = new ArrayList<>();
    for (int column = 0; column < INDICATORS.size(); column++) {
      named.add(INDICATORS.get(column) + " " + cells[column + 1]);
    }
    return named;
  }
}
