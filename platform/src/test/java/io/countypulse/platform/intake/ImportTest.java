package io.countypulse.platform.intake;

import static io.countypulse.platform.intake.Office.HEADER;
import static io.countypulse.platform.intake.Office.applied;
import static io.countypulse.platform.intake.Office.rejects;
import static io.countypulse.platform.intake.Office.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** FAULTS A1–A4, A8, A9, A15, A17 and A20 from the upload to the reject file. */
@IntakeService
class ImportTest {

  @Autowired Office office;

  private Desk lead;

  @BeforeEach
  void sitDown() {
    office.open();
    lead = office.lead();
  }

  @Test
  void goodRowsGoInAndBadOnesComeBackWithTheirReasons() {
    JsonNode answer =
        lead.imported(
            HEADER
                + "盘龙区,P1,李四,2024-06-01,3500\n"
                + "五华区,P2,王五,2024-02-30,-1\n"
                + "盘龙区,P1,李四,2024-06-01,3500\n"
                + "某某县,P3,赵六,2024-06-01,\n"
                + "盘龙区,不适用,,,\n"
                + "盘龙区,P4,钱七\n"
                + "合计,,,,3500\n");

    assertThat(answer.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(answer.get("rows").toString())
        .isEqualTo("{\"total\":7,\"applied\":2,\"unchanged\":0,\"skipped\":2,\"rejected\":3}");
    assertThat(answer.get("flags").toString())
        .isEqualTo("{\"NO_WAGE\":1,\"NOT_OURS\":1,\"TOTAL_ROW\":1}");
    assertThat(answer.get("changes").findValuesAsString("county"))
        .containsExactly("530103", "UNKNOWN");
    assertThat(answer.get("changes").findValuesAsString("added")).containsExactly("1", "1");
    assertThat(answer.get("rejectReasons").findValuesAsString("code"))
        .containsExactlyInAnyOrder("DATE_IMPOSSIBLE", "NUMBER_NEGATIVE", "REPEATED", "RAGGED_ROW");
    assertThat(answer.get("progress").toString()).isEqualTo("{\"phase\":\"DONE\",\"rowsRead\":7}");
    assertThat(office.stored()).containsExactly("P1 530103 李四", "P3 UNKNOWN 赵六");
  }

  @Test
  void theSameFileAgainChangesNothingAndPublishesNothing() {
    String file = HEADER + "盘龙区,A1,李四,2024-06-01,3500\n五华区,A2,王五,2024-02-30,\n";
    lead.imported(file);
    int events = office.events();

    JsonNode again = lead.imported(file);

    assertThat(again.get("message").asString()).contains("0 条变更").contains("already imported");
    assertThat(again.get("rows").toString())
        .isEqualTo("{\"total\":2,\"applied\":0,\"unchanged\":1,\"skipped\":0,\"rejected\":1}");
    assertThat(office.events()).isEqualTo(events);
    assertThat(rejects(lead, again)).contains("A2").contains("原因");
  }

  @Test
  void aFileThatAnotherHasOvertakenIsComparedAnew() {
    String a = HEADER + "盘龙区,B1,李四,2024-06-01,3500\n";
    String b = HEADER + "盘龙区,B1,李四,2024-06-01,9999\n";

    assertThat(applied(lead.imported(a))).isEqualTo(1);
    assertThat(applied(lead.imported(b))).isEqualTo(1);
    assertThat(applied(lead.imported(a))).isEqualTo(1);
    assertThat(applied(lead.imported(a))).isZero();
  }

  @Test
  void overlappingRowsAreUnchanged() {
    lead.imported(HEADER + rows("O", 0, 100));

    JsonNode answer = lead.imported(HEADER + rows("O", 20, 120));

    assertThat(answer.get("rows").toString())
        .isEqualTo("{\"total\":100,\"applied\":20,\"unchanged\":80,\"skipped\":0,\"rejected\":0}");
  }

  @Test
  void aFileCutOffIsRefusedAndNothingOfItGoesIn() {
    JsonNode answer = lead.imported(HEADER + rows("C", 0, 50_000) + "盘龙区,C99999,李");

    assertThat(answer.get("status").asString()).isEqualTo("REFUSED");
    assertThat(answer.get("message").asString()).contains("不完整");
    assertThat(answer.get("rows").get("total").asInt()).isZero();
    assertThat(office.stored()).isEmpty();
  }

  @Test
  void aDryRunSaysEverythingAndChangesNothing() {
    byte[] file = (HEADER + rows("Y", 0, 5) + "盘龙区,Y9,李四,2025-01-01,1\n").getBytes(UTF_8);
    int events = office.events();

    JsonNode dry = lead.imported("?kind=people&dryRun=true", "y.csv", file);

    assertThat(dry.get("dryRun").asBoolean()).isTrue();
    assertThat(dry.get("rows").toString())
        .isEqualTo("{\"total\":6,\"applied\":5,\"unchanged\":0,\"skipped\":0,\"rejected\":1}");
    assertThat(dry.get("changes").toString()).contains("\"added\":5");
    assertThat(rejects(lead, dry)).contains("Y9").contains("晚于业务日期");
    assertThat(office.stored()).isEmpty();
    assertThat(office.events()).isEqualTo(events);
    assertThat(applied(lead.imported("?kind=people", "y.csv", file))).isEqualTo(5);
  }

  @Test
  void aCorrectedRejectFileGoesInWhole() {
    JsonNode first =
        lead.imported(
            """
            备注,县（市）区,人编号,姓名,开始日期,月工资
            =1+1,盘龙区,R1,"-李,""四""
            二",2024-06-31,3500
            好,盘龙区,R2,王五,2024-06-01,1.2e3
            ,盘龙区,R3,赵六,2024-06-01,5
            """);
    String back = rejects(lead, first);
    assertThat(back).startsWith("\ufeff备注,县（市）区,人编号,姓名,开始日期,月工资,原因\r\n");
    assertThat(back).contains("'=1+1").contains("\"'-李,\"\"四\"\"\n二\"").doesNotContain("R3");

    JsonNode second =
        lead.imported(back.replace("2024-06-31", "2024-05-31").replace("1.2e3", "1200"));

    assertThat(second.get("rows").toString())
        .isEqualTo("{\"total\":2,\"applied\":2,\"unchanged\":0,\"skipped\":0,\"rejected\":0}");
    assertThat(office.stored()).contains("R1 530103 -李,\"四\" 二");
  }

  @Test
  void aWorkbookComesBackAsAWorkbook() throws IOException {
    byte[] file =
        Workbooks.of(
            List.of(
                List.of("县（市）区", "人编号", "姓名", "开始日期", "月工资"),
                List.of("盘龙区", "X1", "李四", "2024-06-31", "1"),
                List.of("盘龙区", "X2", "王五", "2024-06-01", "2")));
    JsonNode first = lead.imported("?kind=people", "表.xlsx", file);
    HttpResponse<byte[]> back = lead.get("/" + first.get("id").asString() + "/rejects");
    assertThat(back.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");

    byte[] corrected = Workbooks.replaced(back.body(), "2024-06-31", "2024-05-31");
    JsonNode second = lead.imported("?kind=people", "退回.xlsx", corrected);

    assertThat(applied(second)).isEqualTo(1);
    assertThat(office.stored()).containsExactly("X1 530103 李四", "X2 530103 王五");
  }

  @Test
  void gb18030ComesInAsItIsMeant() {
    byte[] file =
        (HEADER + "盘龙区,GB1,㐂龘,2024年6月1日,\"1,000.50\"\n").getBytes(Charset.forName("GB18030"));

    lead.imported("?kind=people", "gb.csv", file);

    assertThat(office.stored()).containsExactly("GB1 530103 㐂龘");
  }

  @Test
  void theTemplateIsAFileOfTheKind() {
    HttpResponse<byte[]> template = lead.get("/template?kind=people");

    JsonNode answer = lead.imported("?kind=people", "模板.xlsx", template.body());

    assertThat(answer.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(answer.get("rows").get("total").asInt()).isZero();
  }
}
