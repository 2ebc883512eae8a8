package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The bulletin of 2024-06-10, written from the city's records (DOMAIN.md § 9, the proof). */
class BulletinTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration DRAFTED_WITHIN = Duration.ofSeconds(3);
  private static final Pattern LINK =
      Pattern.compile("/records\\?indicator=([a-z_.]+)&amp;county=(\\w+)&amp;asOf=([0-9-]+)\"");

  @RegisterExtension static final Kunming kunming = new Kunming();

  private static PulseApi editor;
  private static String bulletin;
  private static Duration drafting;

  @BeforeAll
  static void draft() {
    RunningCity city = kunming.city();
    editor = city.signIn("bulletin-editor");
    Eventually.holds(
        "every feed is counted",
        PATIENCE,
        () ->
            "18078500.00"
                .equals(Figures.asOf(editor, TODAY, Figures.CREDIT).get("530100 overdue")));
    long start = System.nanoTime();
    HttpResponse<String> drafted =
        editor.post("/api/reporting/bulletins", "{\"asOf\":\"" + TODAY + "\"}");
    assertThat(drafted.statusCode()).isEqualTo(201);
    bulletin = drafted.headers().firstValue("Location").orElseThrow();
    assertThat(file("html")).isNotEmpty();
    drafting = Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void theDraftStandsWithinThreeSeconds() {
    assertThat(drafting).isLessThan(DRAFTED_WITHIN);
  }

  @Test
  void everyCellIsThatOfTheTablesItIsMadeFrom() {
    Map<String, Map<String, List<String>>> printed = new TreeMap<>();
    for (JsonNode table : page().get("tables")) {
      Map<String, List<String>> rows = new TreeMap<>();
      for (List<String> cells : rows(table)) {
        rows.put(cells.getFirst(), cells.subList(1, cells.size()));
      }
      printed.put(table.get("key").asString(), rows);
    }
    printed.remove("ranking");
    assertThat(printed).isEqualTo(new KunmingTables(kunming.city().files()).all());
  }

  @Test
  void wordAndTheWorkbookReadBackAreTheSameTables() {
    List<List<List<String>>> expected = new ArrayList<>();
    for (JsonNode table : page().get("tables")) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(texts(table.get("headings")));
      rows.addAll(rows(table));
      expected.add(rows);
    }
    assertThat(OfficeTables.ofWord(file("docx"))).isEqualTo(expected);
    List<List<List<String>>> sheets =
        OfficeTables.ofWorkbook(file("xlsx")).stream()
            .map(sheet -> sheet.subList(1, sheet.size() - 1)) // between title and note
            .toList();
    assertThat(sheets).isEqualTo(plain(expected));
  }

  @Test
  void theSentencesSayWhatTheBulletinSaid() {
    StringBuilder said = new StringBuilder();
    for (JsonNode part : page().get("parts")) {
      for (JsonNode paragraph : part.get("paragraphs")) {
        paragraph.forEach(piece -> said.append(piece.get("text").asString()));
      }
    }
    assertThat(said)
        .contains("务工15.82万人，完成年度目标任务15.7万人的100.74%", "省外务工1.26万人")
        .contains("已发放143人14.3万元，发放率1.14%")
        .contains("9650人，已补助9128人2820.6万元，尚有522人未补助（上月同日750人）")
        .contains("16363.6万元、3385户，完成年度目标65000万元的25.17%，较上月提高5.19个百分点")
        .contains("逾期1807.85万元、476户，逾期率1.22%，较上月下降0.03个百分点")
        .contains("拨打390个，有效143个，号码错误或空号50个");
  }

  /** A target is set, not counted; rates and money open to the records they are made of. */
  @Test
  void everyNumberOpensToItsRecordsForWhoeverWritesIt() {
    Map<String, JsonNode> figures = new HashMap<>();
    for (JsonNode figure : editor.getJson("/api/reporting/figures?asOf=" + TODAY).get("figures")) {
      figures.put(figure.get("indicator").asString() + figure.get("county").asString(), figure);
    }
    Set<List<String>> links =
        LINK.matcher(new String(file("html"), StandardCharsets.UTF_8))
            .results()
            .map(link -> List.of(link.group(1), link.group(2), link.group(3)))
            .collect(Collectors.toSet());
    assertThat(links).hasSizeGreaterThan(400);
    links.parallelStream().forEach(link -> opens(link, figures));
  }

  private static void opens(List<String> link, Map<String, JsonNode> figures) {
    String indicator = link.get(0);
    String department = indicator.substring(0, indicator.indexOf('.'));
    String owner = Set.of("employment", "credit").contains(department) ? department : "subsidy";
    HttpResponse<String> records =
        editor.get(
            "/api/%s/figures/%s/records?county=%s&asOf=%s&limit=1"
                .formatted(owner, indicator, link.get(1), link.get(2)));
    if (indicator.endsWith(".target")) {
      assertThat(records.body()).contains("NO_RECORDS");
      return;
    }
    assertThat(records.statusCode()).as("%s", link).isEqualTo(200);
    JsonNode figure = figures.get(indicator + link.get(1));
    JsonNode value = figure == null ? null : figure.get("value");
    if (value != null && value.isIntegralNumber()) {
      assertThat(PulseApi.json(records).get("count").asInt())
          .as("%s", link)
          .isEqualTo(value.asInt());
    }
  }

  private static JsonNode page() {
    return editor.getJson(bulletin + "?format=json").get("page");
  }

  private static byte[] file(String format) {
    return editor.getBytes(bulletin + "?format=" + format);
  }

  private static List<List<String>> rows(JsonNode table) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : table.get("rows")) {
      List<String> cells = new ArrayList<>();
      row.get("cells").forEach(cell -> cells.add(cell.get("text").asString()));
      rows.add(cells);
    }
    return rows;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static List<List<List<String>>> plain(List<List<List<String>>> tables) {
    return tables.stream()
        .map(
            rows ->
                rows.stream().map(row -> row.stream().map(OfficeTables::plain).toList()).toList())
        .toList();
  }
}
