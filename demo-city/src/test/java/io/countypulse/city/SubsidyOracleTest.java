package io.countypulse.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The independent program of subsidies on files small enough to be counted by hand. */
class SubsidyOracleTest {

  @TempDir Path directory;

  @BeforeEach
  void city() throws IOException {
    write(
        "units.csv",
        "code,name,full_name,kind,parent,aliases\n1,城,城,city,,\n2,东县,东县,county,1,老东\n3,西县,西县,county,1,\n");
    write("city.json", "{\"today\": \"2024-06-10\"}");
    write("students.csv", "县（市）区,人编号,学年,发放金额,发放日期\n");
    write("transport-payments.csv", "县（市）区,人编号,年度,发放金额,发放日期\n");
    write("workers.csv", "县（市）区,人编号,务工区域,开始日期,结束日期\n");
  }

  @Test
  void threeMonthsInTheYearEntitleOnTheDayTheyAreFull() throws Exception {
    write(
        "workers.csv",
        """
        县（市）区,人编号,务工区域,开始日期,结束日期
        东县,P1,省外,2024-03-10,
        东县,P2,省外,2023-05-01,2024-04-02
        东县,P3,省外,2024-03-01,2024-06-01
        东县,P4,县内,2024-01-01,
        """);
    assertEquals(
        List.of(
            "2,0,0,0.00,NOT_APPLICABLE",
            "2,1,0,0.00,0.00",
            "2,1,0,0.00,0.00",
            "2,2,0,0.00,0.00",
            "2,1,0,0.00,0.00"),
        travel("2024-03-31", "2024-04-01", "2024-06-09", "2024-06-10", "2023-12-31"));
  }

  @Test
  void paymentsCountWhereThePersonLivesAndMayComeBeforeAnyEntitlement() throws Exception {
    write("workers.csv", "县（市）区,人编号,务工区域,开始日期,结束日期\n老东,P1,省外,2024-02-01,\n");
    write(
        "transport-payments.csv",
        "县（市）区,人编号,年度,发放金额,发放日期\n西县,P1,2024,1000,2024-05-02\n东县,P9,2024,800.5,2024-06-09\n");
    assertEquals(
        List.of("2,1,1,1000.00,100.00", "2,1,2,1800.50,200.00"),
        travel("2024-05-02", "2024-06-10"));
  }

  @Test
  void studentsCountFromSeptemberAndTermsReplaceTheYear() throws Exception {
    write(
        "students.csv",
        """
        县（市）区,人编号,学年,学期,发放金额,发放日期
        东县,P1,2023,,5000,2024-01-05
        东县,P1,2023,1,2500,2023-11-05
        东县,P1,2023,2,2500,2024-04-20
        东县,P2,2023,,,
        """);
    List<String> lines = lines("2023-08-31", "2024-03-01", "2024-06-10");
    assertEquals(
        List.of("0,0,0.00,0", "2,1,2500.00,1", "2,1,5000.00,1"),
        lines.stream().map(line -> line.split(",", 6)[5]).toList());
  }

  private List<String> travel(String... days) throws Exception {
    return lines(days).stream().map(line -> line.replaceFirst("(,[^,]*){4}$", "")).toList();
  }

  /** 东县's line of each day. */
  private List<String> lines(String... days) throws Exception {
    Object[] words = new Object[days.length + 1];
    words[0] = directory;
    System.arraycopy(days, 0, words, 1, days.length);
    return Oracle.subsidyFigures(words).stream().filter(line -> line.startsWith("2,")).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
