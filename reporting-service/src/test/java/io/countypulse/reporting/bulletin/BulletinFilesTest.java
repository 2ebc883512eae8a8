package io.countypulse.reporting.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/** One bulletin in all its formats, written twice. */
class BulletinFilesTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final BulletinText TEXT = BulletinConfiguration.shipped(JSON);
  private static final Material MATERIAL = KunmingFigures.material();
  private static final Bulletin.Issue ISSUE =
      new Bulletin.Issue(
          new Bulletin.Step("issuer", Instant.EPOCH), LocalDate.of(2024, 6, 14), 2024, 3, "");

  private final Files files = new Files(JSON);

  @Test
  void theSameMaterialGivesTheSameBytesInEveryFormat() {
    Map<Format, byte[]> first = files.all(TEXT, MATERIAL, ISSUE);
    Material read = JSON.readValue(JSON.writeValueAsString(MATERIAL), Material.class);
    Map<Format, byte[]> second = files.all(TEXT, read, ISSUE);
    assertThat(second.keySet()).containsExactly(Format.values());
    first.forEach(
        (format, bytes) -> assertThat(second.get(format)).as(format.name()).isEqualTo(bytes));
    assertThat(Seal.of(second)).isEqualTo(Seal.of(first)).hasSize(64);
  }

  @Test
  void theOpeningSentencesHoldTheFiguresOfTheDay() {
    String page = html();
    assertThat(page).contains("关于截至6月10日").contains("通报〔2024〕3号").contains("2024年6月14日");
    assertThat(words(page))
        .contains("务工15.82万人，完成年度目标任务15.7万人的100.74%")
        .contains("省外务工1.26万人，占务工人数的7.96%")
        .contains("已发放143人14.3万元，发放率1.14%")
        .contains("已补助9128人2820.6万元，尚有522人未补助（上月同日750人）")
        .contains("小额信贷16363.6万元、3385户，完成年度目标65000万元的25.17%，较上月提高5.19个百分点")
        .contains("5月全市电话核查拨打390个，有效143个，号码错误或空号50个")
        .contains("超过2%的有石林县（4.63%）、宜良县（4.35%）、富民县（2.87%）、嵩明县（2.23%）");
  }

  @Test
  void eachNumberOnTheScreenLinksToItsFigure() {
    assertThat(html())
        .contains(
            "<a href=\"/records?indicator=employment.completion_rate&amp;county=530103&amp;"
                + "asOf=2024-06-10\" target=\"_top\">106.20</a>");
  }

  @Test
  void theWordDocumentHasTheTablesWithTheRightCells() throws IOException {
    byte[] bytes = files.write(Format.DOCX, TEXT, MATERIAL, ISSUE);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      List<XWPFTable> tables = document.getTables();
      assertThat(tables).hasSize(7);
      assertThat(row(tables.getFirst(), "盘龙区"))
          .containsExactly("盘龙区", "1500", "1593", "52", "106.20", "——", "——");
      assertThat(row(tables.getFirst(), "阳宗海")).startsWith("阳宗海", "无目标", "62", "2", "无目标");
      assertThat(row(tables.getFirst(), "全市"))
          .startsWith("全市", "157000", "158167", "12591", "100.74");
      assertThat(row(tables.get(1), "五华区")).startsWith("五华区", "0", "0", "0", "——");
      assertThat(row(tables.get(3), "全市"))
          .startsWith("全市", "65000", "16363.6", "3385", "25.17", "19.98", "+5.19");
    }
  }

  @Test
  void thePdfHasItsFontsInItAndTheWholeText() throws IOException {
    byte[] bytes = files.write(Format.PDF, TEXT, MATERIAL, ISSUE);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("通报〔2024〕3号").contains("106.20").contains("— 2 —");
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
    }
    assertThat(bytes).hasSizeLessThan(1_000_000);
  }

  @Test
  void thePageIsWellFormedAndHoldsWhatTheOfficeWroteAsText() throws Exception {
    BulletinText.Section first = TEXT.sections().getFirst();
    BulletinText text =
        new BulletinText(
            TEXT.mark(),
            TEXT.serial(),
            TEXT.title(),
            TEXT.addressees(),
            TEXT.opening(),
            List.of(
                new BulletinText.Section(
                    first.key(), first.heading(), true, first.text(), "<script>1 & 2</script>")),
            TEXT.signer());
    byte[] page = files.write(Format.HTML, text, MATERIAL, null);
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(page));
    assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
    assertThat(parsed.getElementsByTagName("table").getLength()).isEqualTo(1);
    assertThat(parsed.getDocumentElement().getTextContent()).contains("<script>1 & 2</script>");
  }

  @Test
  void aCorrectionSetsTheRestatedBesideThePublished() {
    FigureSet published =
        new FigureSet(
            MATERIAL.figures().asOf(),
            MATERIAL.figures().city(),
            MATERIAL.figures().rows().stream()
                .map(row -> isWorkingOfXishan(row) ? with(row, "300") : row)
                .toList());
    Material correction =
        new Material(
            "昆明市",
            MATERIAL.figures(),
            List.of(),
            new Material.Earlier("通报〔2024〕2号", LocalDate.of(2024, 5, 10), published),
            new Material.Earlier("通报〔2024〕3号", LocalDate.of(2024, 6, 10), published));
    Page page = Writer.write(TEXT, correction, null, null);
    assertThat(page.title()).endsWith("（更正）");
    assertThat(page.tables().getFirst().rows()).hasSize(1);
    assertThat(page.tables().getFirst().rows().getFirst().cells())
        .extracting(Inline::text)
        .containsExactly("西山区", "已务工人数", "300", "346");
    assertThat(page.parts()).extracting(Page.Part::heading).contains("八、与上期通报比较");
  }

  @Test
  void aPhraseThatNamesNoFigureIsTold() {
    assertThat(Phrase.unknown("{employment.working|万}、{employment.luck}、{约谈 NOBODY}"))
        .containsExactly("employment.luck", "约谈 NOBODY");
    BulletinProblems.fields(TEXT)
        .values()
        .forEach(text -> assertThat(Phrase.unknown(text)).isEmpty());
  }

  private static boolean isWorkingOfXishan(FigureRow row) {
    return row.county().equals("530112") && row.indicator().equals("employment.working");
  }

  private static FigureRow with(FigureRow row, String value) {
    return new FigureRow(
        row.county(),
        row.name(),
        row.indicator(),
        row.period(),
        row.state(),
        new BigDecimal(value),
        row.previous(),
        row.change(),
        row.rank());
  }

  private String html() {
    return new String(files.write(Format.HTML, TEXT, MATERIAL, ISSUE), StandardCharsets.UTF_8);
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", "");
  }

  private static List<String> row(XWPFTable table, String label) {
    return table.getRows().stream()
        .map(row -> row.getTableCells().stream().map(cell -> cell.getText()).toList())
        .filter(cells -> cells.getFirst().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
