package io.countypulse.employment;

import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A clerk of 东川区 and the records of 五华区 beside the own; FAULTS E1. */
class AccessTest {

  private static final String CLERK = Department.clerk("530113");
  private static final String WORKERS = "/api/employment/workers";

  @TempDir Path directory;

  private final Department department = Department.shared().reset();

  @BeforeEach
  void oneWorkerInEachCounty() {
    department.imports(
        "workers",
        workers(
            spell(1, "县内", "甲公司", "2024-02-01", ""),
            spell(2, "省外", "=乙公司", "2024-02-01", "").with("县（市）区", "五华区")));
  }

  @Test
  void listsDuplicatesAndFiguresHoldTheOwnCountyOnly() {
    assertThat(people(WORKERS)).containsExactly("P1");
    assertThat(people(WORKERS + "?q=P2")).isEmpty();
    assertThat(people("/api/employment/figures/employment.working/records")).containsExactly("P1");
    assertThat(
            department
                .read("/api/employment/figures", CLERK)
                .path("figures")
                .valueStream()
                .map(figure -> figure.path("county").asString())
                .distinct())
        .containsExactly("530113");
    assertThat(
            department
                .read("/api/employment/households", CLERK)
                .path("items")
                .valueStream()
                .map(item -> item.path("householdId").asString()))
        .containsExactly("H1");
  }

  @Test
  void whatIsAnothersIsForbiddenAndWrittenDown() {
    for (String path :
        List.of(
            WORKERS + "?county=530102",
            WORKERS + "/P2",
            WORKERS + "/P2/history",
            WORKERS + "/export?reason=x&county=530102",
            "/api/employment/households/H2",
            "/api/employment/households/H2/history",
            "/api/employment/figures?county=530102",
            "/api/employment/figures/employment.working/records?county=530102",
            "/api/employment/targets/530102/2024/history",
            "/api/employment/duplicates?county=530102")) {
      assertThat(department.get(path, CLERK).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(
            department
                .database()
                .sql("select count(*) from audit_entry where action = 'COUNTY_REFUSED'")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(10);
  }

  @Test
  void anothersRecordIsNotWritten() {
    String end = "{\"end\":\"2024-06-05\"}";
    assertThat(department.write("POST", WORKERS + "/P2/spells/0/end", end, 1L, CLERK).statusCode())
        .isEqualTo(403);
    String move = "{\"county\":\"530102\",\"from\":\"2024-06-05\"}";
    assertThat(
            department
                .write("POST", "/api/employment/households/H1/move", move, 0L, CLERK)
                .statusCode())
        .isEqualTo(403);
    assertThat(department.figure("employment.working", "530102", "2024-06-10")).isOne();
  }

  @Test
  void aLookAtAnIdentityNeedsAReasonAndIsWrittenDown() {
    assertThat(department.post(WORKERS + "/P1/reveal", "{}", CLERK).statusCode()).isEqualTo(400);
    assertThat(department.post(WORKERS + "/P2/reveal", "{\"reason\":\"核对\"}", CLERK).statusCode())
        .isEqualTo(403);
    JsonNode person =
        Department.json(department.post(WORKERS + "/P1/reveal", "{\"reason\":\"入户核对\"}", CLERK));

    assertThat(person.path("identityNumber").asString()).isEqualTo(Sheets.number(1));
    assertThat(audited("IDENTITY_REVEALED"))
        .contains("worker:P1", "入户核对")
        .doesNotContain(Sheets.number(1));
    String auditor = TestTokens.shared().token("AUDITOR", "530100");
    assertThat(department.post(WORKERS + "/P1/reveal", "{\"reason\":\"x\"}", auditor).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anExportIsMaskedMarkedFormulaSafeAndWrittenDown() throws IOException {
    String lead = Department.lead();
    assertThat(department.get(WORKERS + "/export", lead).statusCode()).isEqualTo(400);
    HttpResponse<byte[]> answer =
        department.bytes(WORKERS + "/export?reason=%E6%9C%88%E6%8A%A5&q=" + Sheets.number(2), lead);

    assertThat(answer.headers().firstValue("content-type"))
        .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    String sheet = sheet(answer.body());
    assertThat(sheet).contains("导出人 employment_lead", "昆明市", "月报", "P2", "530", "'=乙公司");
    assertThat(sheet).doesNotContain(Sheets.number(2), "张丙", ">P1<");
    assertThat(audited("WORKERS_EXPORTED")).contains("月报").doesNotContain(Sheets.number(2));
  }

  @Test
  void laterPagesGoOnWhereTheOneBeforeEnded() {
    department.imports(
        "workers",
        workers(
            IntStream.range(1, 8)
                .mapToObj(Sheets::worker)
                .filter(row -> !row.cells().containsValue("P2"))
                .toList()));
    JsonNode first = department.read(WORKERS + "?limit=3&county=530113", CLERK);
    JsonNode second =
        department.read(
            WORKERS + "?limit=3&county=530113&after=" + first.path("next").asString(), CLERK);

    assertThat(first.path("count").asInt()).isEqualTo(6);
    assertThat(ids(first)).containsExactly("P1", "P3", "P4");
    assertThat(ids(second)).containsExactly("P5", "P6", "P7");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(second.path("count").isNull()).isTrue();
    assertThat(department.get(WORKERS + "?after=nonsense", CLERK).statusCode()).isEqualTo(400);
  }

  /** The sheet as text, its character references read. */
  private String sheet(byte[] workbook) throws IOException {
    Path file = Files.write(directory.resolve("export.xlsx"), workbook);
    try (var zip = new ZipFile(file.toFile());
        var bytes = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("&#x([0-9a-f]+);")
          .matcher(text)
          .replaceAll(each -> Character.toString(Integer.parseInt(each.group(1), 16)))
          .replace("&#39;", "'")
          .replace("&apos;", "'");
    }
  }

  private String audited(String action) {
    return String.join(
        "\n",
        department
            .database()
            .sql("select subject || detail from audit_entry where action = ?")
            .param(action)
            .query(String.class)
            .list());
  }

  private List<String> people(String path) {
    return ids(department.read(path, CLERK));
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("personId").asString()).toList();
  }
}
