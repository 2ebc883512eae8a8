package io.countypulse.reporting.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of a city nobody here knows, under headings nobody here wrote. */
class OtherCityTest {

  @Test
  void ratesTotalsAndPlacesAreHeldAgainstTheirCells() {
    assertThat(
            found(
                """
                2025年3月各县区务工情况
                单位：人
                序号,县区,年度任务数,实际完成数,完成比例,名次
                1,清河县,"1,200",900,75.00%,3
                2,白石区,800,820,102.50%,1
                3,青山县,500,480,96.00%,4
                4,东林市,"2,000","1,250",62.50%,2
                ,青州市,"4,500","3,450",77.00%,
                """))
        .containsExactlyInAnyOrder(
            "WRONG 青山县 名次 4 2", "WRONG 东林市 名次 2 4", "WRONG 青州市 完成比例 77.00% 76.67");
  }

  @Test
  void aTotalThatIsNotTheSumIsFoundWithOrWithoutAWordForIt() {
    assertThat(
            found(
                """
                县区,应发人数,实发人数,发放金额（元）,未发人数
                甲县,10,8,8000,2
                乙县,20,20,20000,0
                丙县,30,25,25000,6
                丁县,40,40,4000,0
                小计,100,93,57000,8
                合计,100,93,57000,7
                """))
        .containsExactlyInAnyOrder(
            "WRONG 丙县 未发人数 6 5",
            "WRONG 合计 未发人数 7 8",
            "WRONG 小计 未发人数 8 7",
            "NOTICE 丁县 发放金额（元） 4000 100");
  }

  @Test
  void sharesOfSurveyedPeopleNeedACountThatGivesThem() {
    assertThat(
            found(
                """
                乡镇,调查户数,满意度
                一乡,12,75
                二乡,12,70
                三乡,40,97.5
                四乡,0,0
                五乡,7,85.7
                合计,71,87.32
                """))
        .containsExactlyInAnyOrder(
            "IMPOSSIBLE 二乡 满意度 70 ",
            "NOT_APPLICABLE_AS_ZERO 四乡 满意度 0 ——",
            "SHORT 五乡 满意度 85.7 85.71");
  }

  @Test
  void rightTablesHaveNoFindings() {
    assertThat(
            found(
                """
                县区,务工目标,务工人数,省内,省外,完成率,上月完成率,较上月增减（百分点）
                甲县,100,90,60,30,90,85.00,5
                乙县,300,310,110,200,103.33,103.33,0.00
                丙区,70,35,20,15,50,52.86,-2.86
                丁区,——,——,——,——,——,——,——
                合计,470,435,190,245,92.55,91.06,1.49
                """))
        .isEmpty();
  }

  @Test
  void averagedRatesCutOffRatesAndPartsThatDoNotAddUpAreFound() {
    assertThat(
            found(
                """
                县区,务工目标,合计务工,省内,省外,完成率
                甲县,100,90,60,30,90
                乙县,300,310,110,200,103.33
                丙区,70,35,20,16,50
                丁区,30,17,10,7,56.66
                合计,500,452,200,253,75
                """))
        .containsExactlyInAnyOrder(
            "WRONG 丙区 合计务工 35 36",
            "WRONG 丁区 完成率 56.66 56.67",
            "WRONG 合计 合计务工 452 453",
            "WRONG 合计 完成率 75 90.40");
  }

  @Test
  void pointsUnderAPerCentSignAndTurnedNamesAreNoticed() {
    List<String> found =
        found(
            """
            表一
            县区,完成率(%),上期完成率(%),比上期增长(%)
            北川-南江开发区,41.20,40.00,1.20
            甲县,50.00,45.00,5.00
            乙县,61.00,60.50,0.50

            表二
            县区,拨打电话,有效电话
            南江-北川开发区,10,8
            甲县,10,12
            """);
    assertThat(found)
        .containsExactlyInAnyOrder(
            "NOTICE  比上期增长(%) 比上期增长(%) ",
            "NOTICE 南江-北川开发区 县区 南江-北川开发区 北川-南江开发区", "WRONG 甲县 拨打电话 10 ≥ 12");
  }

  @Test
  void filesThatHoldNoTableAreRefusedOrEmpty() {
    assertThat(PrintedFile.read("x.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(PrintedFile.Refused.class);
    assertThat(PrintedFile.read("x.docx", new byte[] {0x50, 0x4b, 3, 4, 9, 9}))
        .isInstanceOf(PrintedFile.Refused.class);
    assertThat(PrintedFile.read("x.csv", new byte[0])).isInstanceOf(PrintedFile.Refused.class);
    assertThat(found("只有一句话")).isEmpty();
  }

  private static List<String> found(String csv) {
    byte[] file = csv.getBytes(Charset.forName("GB18030"));
    return switch (PrintedFile.read("各县区.csv", file)) {
      case PrintedFile.Read(PrintedDocument document) ->
          new BulletinCheck(PublishedTables.units())
              .check(document).findings().stream()
                  .map(
                      each ->
                          each.findingClass()
                              + " "
                              + String.join(
                                  " ", each.row(), each.column(), each.printed(), each.computed()))
                  .toList();
      case PrintedFile.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
