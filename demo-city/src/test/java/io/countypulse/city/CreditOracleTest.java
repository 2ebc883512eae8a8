package io.countypulse.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The independent program of microcredit on files small enough to be counted by hand. */
class CreditOracleTest {

  @TempDir Path directory;

  @BeforeEach
  void city() throws IOException {
    Files.writeString(
        directory.resolve("units.csv"),
        """
        code,name,full_name,kind,parent,aliases
        1,城,城,city,,
        2,东县,东县,county,1,老东
        3,西县,西县,county,1,
        4,南县,南县,county,1,
        """);
    Files.writeString(
        directory.resolve("targets.csv"),
        "县（市）区,年度,项目,目标值\n东县,2024,务工人数,3\n东县,2024,小额信贷发放,10\n西县,2024,小额信贷发放,0\n");
  }

  @Test
  void overdueBeginsTheDayAfterDueUntilALaterPositionSaysOtherwise() throws Exception {
    feed("A/2024-05-06.csv", "H,A,2024-05-06,1,1,50000,0", loan("1", "H1", "东县", "50000,0,,正常"));
    feed("A/2024-06-04.csv", "H,A,2024-06-04,2,1,50000,0", loan("1", "H1", "东县", "50000,0,,展期"));
    assertEquals(
        List.of(
            "NOT_REPORTED,NOT_REPORTED,NOT_REPORTED,NOT_REPORTED",
            "50000.00,0.00,0,0.00",
            "50000.00,50000.00,1,100.00",
            "50000.00,0.00,0,0.00"),
        lines("2", "2024-05-05", "2024-06-01", "2024-06-02", "2024-06-04").stream()
            .map(line -> line.split(",", 6)[5])
            .toList());
  }

  @Test
  void banksWriteInDifferentWaysAndAHouseholdCountsOnce() throws Exception {
    feed(
        "A/2024-05-06.csv",
        "H,A,2024-05-06,1,1,100,50",
        loan("1", "H1", "老东", "100,50,2024-05-01,逾期"));
    String json =
        """
        {"银行代码":"B","业务日期":"2024-05-06","序号":1,"明细数":1,"余额合计":"300.00","逾期合计":"100.00"}
        {"借据号":"1","户编号":"H1","县（市）区":"2","放款日期":"2024-02-01","到期日期":"2024-06-01","放款金额":"50000","年利率":"3.45","余额":"300.00","逾期本金":"100.00","逾期起始日":"2024-05-02","状态":"逾期"}
        """;
    write("B/2024-05-06.jsonl.gz", compressed(json));
    Map<String, String> units = units("2024-05-31");
    assertEquals("100000.00,100000.00,1,100.00,400.00,150.00,1,37.50", units.get("2"));
    assertEquals("0.00,0.00,0,NOT_APPLICABLE" + ",NOT_REPORTED".repeat(4), units.get("3"));
    assertEquals("NOT_REPORTED" + ",NOT_REPORTED".repeat(7), units.get("4"));
  }

  @Test
  void aLoanLeftOutKeepsItsIssueAndOwesNothing() throws Exception {
    feed("A/2024-05-06.csv", "H,A,2024-05-06,1,1,100,0", loan("1", "H1", "东县", "100,0,,正常"));
    feed("A/2024-05-07.csv", "H,A,2024-05-07,2,0,0,0");
    assertEquals(
        List.of("2,100000.00,50000.00,1,50.00,0.00,0.00,0,NOT_APPLICABLE"),
        lines("2", "2024-05-07"));
  }

  @Test
  void aCorrectionReplacesTheDayAndAMoveTakesTheStockAlong() throws Exception {
    feed("A/2024-05-06.csv", "H,A,2024-05-06,1,1,100,0", loan("1", "H1", "东县", "100,0,,正常"));
    feed("A/2024-05-06b.csv", "H,A,2024-05-06,3,1,90,0", loan("1", "H1", "东县", "90,0,,正常"));
    feed("A/2024-05-07.csv", "H,A,2024-05-07,4,1,80,0", loan("1", "H1", "南县", "80,0,,正常"));
    assertEquals(
        List.of(
            "2,100000.00,50000.00,1,50.00,90.00,0.00,0,0.00",
            "2,100000.00,50000.00,1,50.00,0.00,0.00,0,NOT_APPLICABLE"),
        lines("2", "2024-05-06", "2024-05-07"));
    Map<String, String> units = units("2024-05-07");
    assertEquals("NO_TARGET,0.00,0,NO_TARGET,80.00,0.00,0,0.00", units.get("4"));
    assertEquals("100000.00,50000.00,1,50.00,80.00,0.00,0,0.00", units.get("1"));
  }

  /** A unit's line of each day. */
  private List<String> lines(String unit, String... days) throws Exception {
    List<Object> words = new ArrayList<>(List.of(directory));
    words.addAll(List.of(days));
    return Oracle.creditFigures(words.toArray()).stream()
        .filter(line -> line.startsWith(unit + ","))
        .toList();
  }

  /** Each unit's line of a day. */
  private Map<String, String> units(String day) throws Exception {
    return Oracle.creditFigures(directory, day).stream()
        .collect(Collectors.toMap(line -> line.split(",", 2)[0], line -> line.split(",", 2)[1]));
  }

  /** Issued 1 February 2024, due 1 June. */
  private static String loan(String number, String household, String county, String rest) {
    return "D,%s,%s,%s,2024-02-01,2024-06-01,50000,3.45,%s"
        .formatted(number, household, county, rest);
  }

  private void feed(String name, String... lines) throws IOException {
    write(name, (String.join("\n", List.of(lines)) + "\n").getBytes(Charset.forName("GB18030")));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve("feeds").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
