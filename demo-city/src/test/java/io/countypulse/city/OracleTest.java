package io.countypulse.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The independent program on files small enough to be counted by hand. */
class OracleTest {

  private static final String HEADER = "县（市）区,户编号,人编号,姓名,证件号码,务工区域,务工单位,开始日期,结束日期,月工资\n";
  private static final String SOUND = "530190199001010011";

  @TempDir Path directory;

  @BeforeEach
  void units() throws IOException {
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
        "县（市）区,年度,项目,目标值\n东县,2024,务工人数,3\n西县,2024,务工人数,0\n东县,2024,小额信贷发放,9\n");
  }

  @Test
  void ofSeveralSpellsTheOneThatBeganLastDecidesAndOfOneDayTheLaterRow() throws Exception {
    Path workers =
        workers(
            "东县,H1,P1,甲,ID,省外,一厂,2024-01-01,,",
            "东县,H1,P1,甲,ID,县内,二厂,2024-03-01,2024-05-01,",
            "老东,H2,P2,乙,ID,县内,一厂,2024-02-01,,",
            "老东,H2,P2,乙,ID,省外,二厂,2024-02-01,,",
            "西县,H3,P3,丙,ID,省外,一厂,2023-02-01,2024-04-01,");
    List<String> lines =
        Oracle.figures(workers, directory.resolve("targets.csv"), "2024-03-31", "2024-05-01");
    assertEquals(
        List.of("1,3,3,2,3,100.00", "2,3,2,1,2,66.67", "3,0,1,1,1,NOT_APPLICABLE"),
        lines.subList(2, 5));
    assertEquals(
        List.of("1,3,2,2,3,66.67", "2,3,2,2,2,66.67", "3,0,0,0,1,NOT_APPLICABLE"),
        lines.subList(9, 12));
  }

  @Test
  void aMoveTakesStocksAlongFromItsDayAndACorrectionFromTheBeginning() throws Exception {
    Path before = workers("东县,H1,P1,甲,ID,县内,一厂,2024-01-01,,", "东县,H1,P2,乙,ID,县内,一厂,2024-01-01,,");
    Path after = workers("西县,H1,P1,甲,ID,县内,一厂,2024-01-01,,");
    List<String> moved =
        Oracle.figures(before, "--asOf", "2024-05-01", after, "2024-04-30", "2024-05-01");
    assertEquals("2,NO_TARGET,2,0,2,NO_TARGET", moved.get(3));
    assertEquals("2,NO_TARGET,0,0,2,NO_TARGET", moved.get(10));
    assertEquals("3,NO_TARGET,2,0,0,NO_TARGET", moved.get(11));
    List<String> corrected =
        Oracle.figures(before, "--asOf", "2024-05-01", "--change", "correct", after, "2024-04-30");
    assertEquals("3,NO_TARGET,2,0,2,NO_TARGET", corrected.get(3));
  }

  @Test
  void aPersonWithABadRowIsLeftOutWhole() throws Exception {
    Path workers =
        workers(
            "东县,H1,P1,甲,ID,县内,一厂,2024-01-01,,",
            "东县,H1,P1,甲,ID,县内,二厂,2024-02-30,,",
            "东县,H2,P2,乙,ID,县内,\"二,厂\",2024-02-01,,-5",
            "东县,H2,P3,丙,530190199001010012,县内,二厂,2024-02-01,,5",
            "北县,H4,P4,丁,ID,县内,二厂,2024-02-01,,5.50");
    List<String> lines = Oracle.figures(workers, "2024-03-01");
    assertEquals("1,NO_TARGET,1,0,1,NO_TARGET", lines.get(1));
    assertEquals("2" + ",NOT_REPORTED".repeat(5), lines.get(2));
    assertEquals("UNKNOWN,NO_TARGET,1,0,1,NO_TARGET", lines.getLast());
  }

  private Path workers(String... rows) throws IOException {
    Path file = Files.createTempFile(directory, "workers", ".csv");
    Files.writeString(file, HEADER + String.join("\n", rows).replace("ID", SOUND) + "\n");
    return file;
  }
}
