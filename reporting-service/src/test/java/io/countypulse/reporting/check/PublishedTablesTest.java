package io.countypulse.reporting.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bulletin of June 2024 as it was printed: these cells, and no others. */
class PublishedTablesTest {

  private static final List<String> FOUND =
      List.of(
          "WRONG 表1 务工就业 | 盘龙区 | 完成率（%） | 108.53 | 106.20",
          "WRONG 表1 务工就业 | 东川区 | 完成率（%） | 101.32 | 101.30",
          "SHORT 表1 务工就业 | 晋宁区 | 完成率（%） | 102 | 102.13",
          "WRONG 表1 务工就业 | 宜良县 | 完成率（%） | 109.6 | 109.66",
          "WRONG 表1 务工就业 | 寻甸县 | 完成率（%） | 101.85 | 101.86",
          "WRONG 表1 务工就业 | 磨憨-磨丁经济合作区 | 完成率（%） | 80.7 | 80.78",
          "NOTICE 表1 务工就业 | 总计 | 完成率（%） | 100.74 | 100.70",
          "NOT_APPLICABLE_AS_ZERO 表2 跨省务工交通补助 | 五华区 | 补助率（%） | 0 | ——",
          "SHORT 表2 跨省务工交通补助 | 晋宁区 | 补助率（%） | 22.2 | 22.22",
          "SHORT 表2 跨省务工交通补助 | 禄劝县 | 补助率（%） | 5.7 | 5.74",
          "NOTICE 表3 小额信贷发放 |  | 较5月10日增长（%） | 较5月10日增长（%） | ",
          "NOTICE 表5 雨露计划 | 高新区 | 发放金额（元） | 9000 | 900",
          "SHORT 表6 电话核查 | 盘龙区 | 雨露计划知晓率（%） | 17 | 16.67",
          "SHORT 表6 电话核查 | 盘龙区 | 交通补助知晓率（%） | 33.3 | 33.33",
          "IMPOSSIBLE 表6 电话核查 | 安宁市 | 交通补助知晓率（%） | 44 | ",
          "IMPOSSIBLE 表6 电话核查 | 禄劝县 | 雨露计划知晓率（%） | 20 | ",
          "SHORT 表6 电话核查 | 禄劝县 | 交通补助知晓率（%） | 33.3 | 33.33",
          "IMPOSSIBLE 表6 电话核查 | 寻甸县 | 雨露计划+知晓率（%） | 1 | ",
          "NOTICE 表6 电话核查 | 磨丁-磨憨 | 县（市）区 | 磨丁-磨憨 | 磨憨-磨丁经济合作区",
          "SHORT 表6 电话核查 | 磨丁-磨憨 | 雨露计划知晓率（%） | 11 | 11.11",
          "SHORT 表6 电话核查 | 磨丁-磨憨 | 雨露计划+知晓率（%） | 11.1 | 11.11",
          "SHORT 表6 电话核查 | 磨丁-磨憨 | 交通补助知晓率（%） | 33.3 | 33.33",
          "SHORT 表6 电话核查 | 磨丁-磨憨 | 小额信贷知晓率（%） | 44.4 | 44.44",
          "NOT_APPLICABLE_AS_ZERO 表6 电话核查 | 经开区 | 雨露计划知晓率（%） | 0 | ——",
          "NOT_APPLICABLE_AS_ZERO 表6 电话核查 | 经开区 | 雨露计划+知晓率（%） | 0 | ——",
          "NOT_APPLICABLE_AS_ZERO 表6 电话核查 | 经开区 | 交通补助知晓率（%） | 0 | ——",
          "NOT_APPLICABLE_AS_ZERO 表6 电话核查 | 滇池度假区 | 雨露计划知晓率（%） | 0 | ——",
          "NOT_APPLICABLE_AS_ZERO 表6 电话核查 | 滇池度假区 | 雨露计划+知晓率（%） | 0 | ——",
          "NOT_APPLICABLE_AS_ZERO 表6 电话核查 | 滇池度假区 | 交通补助知晓率（%） | 0 | ——",
          "WRONG 表6 电话核查 | 总计 | 雨露计划知晓率（%） | 42.65 | 42.66",
          "WRONG 表6 电话核查 | 总计 | 雨露计划知晓率（%） | 42.65 | 41.26",
          "WRONG 表6 电话核查 | 总计 | 交通补助知晓率（%） | 42.66 | 43.36");

  @Test
  void theWordDocumentHasExactlyTheseFaults() {
    assertThat(found(PublishedTables.word(PublishedTables.all())))
        .containsExactlyInAnyOrderElementsOf(FOUND);
  }

  @Test
  void theWorkbookHasExactlyTheseFaults() {
    assertThat(found(PublishedTables.workbook(PublishedTables.all())))
        .containsExactlyInAnyOrderElementsOf(FOUND);
  }

  @Test
  void theCsvHasExactlyTheseFaultsInEitherEncoding() {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      assertThat(found(PublishedTables.csv(PublishedTables.all(), charset)))
          .containsExactlyInAnyOrderElementsOf(FOUND);
    }
  }

  @Test
  void englishHeadingsAreUnderstoodAsWell() {
    List<String> asPrinted =
        FOUND.stream().filter(line -> !line.contains("磨丁-磨憨") && !line.contains("较5月10日")).toList();
    List<String> found =
        Stream.of(
                "employment.csv",
                "transport_subsidy.csv",
                "microcredit_issued.csv",
                "microcredit_overdue.csv",
                "yulu_subsidy.csv",
                "policy_awareness_calls.csv",
                "narrative.csv",
                "units.csv")
            .flatMap(file -> findings(csv(file)).stream())
            .map(each -> each.findingClass() + each.row() + each.printed() + each.computed())
            .toList();
    assertThat(found)
        .hasSize(asPrinted.size() + 5); // the last unit under its own name, and one note
    assertThat(found).contains("NOTICEcredit.completion_rate change5.19%5.19个百分点");
  }

  @Test
  void aShareSaysWhetherItIsPossibleWithFewerAsked() {
    List<Finding> findings = findings(PublishedTables.word(PublishedTables.all()));
    assertThat(message(findings, "安宁市")).contains("若有 1 人未被问及则可能");
    assertThat(message(findings, "禄劝县")).contains("若有 1 人未被问及则可能");
    assertThat(message(findings, "寻甸县")).contains("少问几人也算不出");
  }

  @Test
  void aSentenceThatCallsPointsPerCentIsNoticed() {
    byte[] word = PublishedTables.word(PublishedTables.all(), "小额信贷完成率25.17%，较5月10日增长5.19%，增幅居前。");
    assertThat(found(word))
        .contains("NOTICE 表3 小额信贷发放 | 总计 | 较5月10日增长（%） | 增长5.19% | 增长5.19个百分点")
        .hasSize(FOUND.size() + 1);
  }

  private static String message(List<Finding> findings, String row) {
    return findings.stream()
        .filter(each -> each.findingClass() == FindingClass.IMPOSSIBLE && each.row().equals(row))
        .findFirst()
        .orElseThrow()
        .message();
  }

  private static byte[] csv(String file) {
    List<String> lines =
        PublishedTables.rows(file).stream().map(row -> String.join(",", row)).toList();
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> found(byte[] file) {
    return findings(file).stream().map(PublishedTablesTest::line).toList();
  }

  private static String line(Finding each) {
    return each.findingClass()
        + " "
        + String.join(
            " | ", each.table(), each.row(), each.column(), each.printed(), each.computed());
  }

  private static List<Finding> findings(byte[] file) {
    return switch (PrintedFile.read("通报.x", file)) {
      case PrintedFile.Read(PrintedDocument document) ->
          new BulletinCheck(PublishedTables.units()).check(document).findings();
      case PrintedFile.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
