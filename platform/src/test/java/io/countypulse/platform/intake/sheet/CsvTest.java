package io.countypulse.platform.intake.sheet;

import static io.countypulse.platform.intake.sheet.Sheets.HEADER;
import static io.countypulse.platform.intake.sheet.Sheets.format;
import static io.countypulse.platform.intake.sheet.Sheets.read;
import static io.countypulse.platform.intake.sheet.Sheets.refusal;
import static io.countypulse.platform.intake.sheet.Sheets.utf8;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FAULTS A4, A8, A9, A14, A16 as far as text goes. A5 has nothing to try: no file here has a
 * trailer.
 */
class CsvTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String ROW = "盘龙区,P1,李四,2024-06-01,3500\n";
  private static final String READ = "2 盘龙区|P1|李四|2024-06-01|3500";

  @Test
  void utf8WithAndWithoutMarkAndGb18030ReadTheSame() {
    assertThat(read(utf8(HEADER + ROW))).containsExactly(READ);
    assertThat(read(utf8("\ufeff" + HEADER + ROW))).containsExactly(READ);
    assertThat(read((HEADER + ROW).getBytes(GB18030))).containsExactly(READ);
  }

  @Test
  void rareCharactersOfGb18030AreRead() {
    String rare = "盘龙区,P1,\ud840\udc00㐂,2024-06-01,3500\n";

    assertThat(read((HEADER + rare).getBytes(GB18030)))
        .containsExactly("2 盘龙区|P1|\ud840\udc00㐂|2024-06-01|3500");
  }

  @Test
  void utf16IsRefusedAndNeverGuessedAt() {
    assertThat(refusal((HEADER + ROW).getBytes(UTF_16LE))).isEqualTo("FILE_UTF_16");
    assertThat(refusal(("\ufeff" + HEADER + ROW).getBytes(UTF_16LE))).isEqualTo("FILE_UTF_16");
  }

  @Test
  void oneBadByteCostsOneLineAndNotTheScript() {
    byte[] content =
        joined(
            utf8(HEADER + ROW + "盘龙区,P2,"),
            new byte[] {(byte) 0xe6, 'x'},
            utf8(",2024-06-01,\n" + ROW));

    assertThat(format(content)).isEqualTo(FileFormat.TEXT_UTF_8);
    assertThat(read(content)).containsExactly(READ, "3 UNDECODABLE", READ.replace("2 盘", "4 盘"));
  }

  @Test
  void aBadByteInGb18030CostsOneLineToo() {
    byte[] content =
        joined(
            (HEADER + ROW + "盘龙区,P2,").getBytes(GB18030),
            new byte[] {(byte) 0xff},
            (",2024-06-01,\n" + ROW).getBytes(GB18030));

    assertThat(read(content)).containsExactly(READ, "3 UNDECODABLE", READ.replace("2 盘", "4 盘"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\ufffd"})
  void aLineWithNullOrReplacementCharacterGoesBack(String sign) {
    assertThat(read(utf8(HEADER + "盘龙区,P1,李" + sign + ",2024-06-01,\n" + ROW)))
        .containsExactly("2 UNDECODABLE", READ.replace("2 盘", "3 盘"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theDelimiterIsTheOneUnderWhichTheHeaderIsFound(String delimiter) {
    assertThat(read(utf8((HEADER + ROW).replace(",", delimiter)))).containsExactly(READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineBreakEndsARow(String lineBreak) {
    assertThat(read(utf8((HEADER + ROW + ROW).replace("\n", lineBreak))))
        .containsExactly(READ, READ.replace("2 盘", "3 盘"));
  }

  @Test
  void quotedFieldsHoldDelimitersQuotesAndLineBreaks() {
    assertThat(read(utf8(HEADER + "盘龙区,P1,\"李,\"\"四\"\"\n二\",2024-06-01,\n" + ROW)))
        .containsExactly("2 盘龙区|P1|李,\"四\"\n二|2024-06-01|", READ.replace("2 盘", "4 盘"));
  }

  @Test
  void aStrayQuoteCostsItsOwnLineOnly() {
    assertThat(
            read(utf8(HEADER + ROW + "盘龙区,P2,\"李\"四,2024-06-01,\n盘龙区,P3,\"王五,2024-06-01,\n" + ROW)))
        .containsExactly(READ, "3 QUOTES_BROKEN", "4 QUOTES_BROKEN", READ.replace("2 盘", "5 盘"));
  }

  @Test
  void raggedRowsGoBackAndSurplusEmptyCellsDoNot() {
    assertThat(
            read(
                utf8(
                    HEADER
                        + "盘龙区,P1,李四\n盘龙区,P1,李四,2024-06-01,3500,多\n盘龙区,P1,李四,2024-06-01,3500,,,\n"
                        + ROW)))
        .containsExactly(
            "2 RAGGED_ROW", "3 RAGGED_ROW", READ.replace("2 盘", "4 盘"), READ.replace("2 盘", "5 盘"));
  }

  @Test
  void aFileCutOffInItsLastRecordIsRefusedWhole() {
    assertThat(refusal(utf8(HEADER + ROW + "盘龙区,P2,李"))).isEqualTo("FILE_TRUNCATED");
    assertThat(refusal(utf8(HEADER + ROW + "盘龙区,P2,\"李四,2024-06-01,3500")))
        .isEqualTo("FILE_TRUNCATED");
    assertThat(
            refusal(joined(utf8(HEADER + ROW + "盘龙区,P2,"), new byte[] {(byte) 0xe6, (byte) 0x9d})))
        .isEqualTo("FILE_TRUNCATED");
    assertThat(refusal(utf8(HEADER + ROW.strip()))).isEqualTo("taken");
  }

  @Test
  void titleRowsTotalsAndEmptyRowsAreNoPeople() {
    assertThat(
            read(
                utf8(
                    "昆明市务工台账,,,,\n\n填报单位：某局,,,,\n"
                        + HEADER
                        + ROW
                        + ",,,,\n\n合 计,,,,3500\n总计：,1\n")))
        .containsExactly(READ.replace("2 盘", "5 盘"), "8 TOTAL", "9 TOTAL");
  }

  @Test
  void columnsAreFoundInAnyOrderAndGuise() {
    assertThat(read(utf8("备注,月工资（万元）, 开始 日期*,名字,人编号：,县(市)区\n好,0.35,2024-06-01,李四,P1,盘龙区\n")))
        .containsExactly("2 盘龙区|P1|李四|2024-06-01|0.35");
  }

  @Test
  void aFileWithoutARequiredColumnOrWithOneTwiceIsRefused() {
    assertThat(refusal(utf8("县（市）区,人编号,姓名\n盘龙区,P1,李四\n"))).isEqualTo("COLUMNS_MISSING");
    assertThat(refusal(utf8("县（市）区,人编号,姓名,名字,开始日期\n"))).isEqualTo("COLUMNS_TWICE");
    assertThat(refusal(utf8("a,b,c\n1,2,3\n"))).isEqualTo("HEADER_NOT_FOUND");
  }

  @Test
  void whatIsNoTableIsRefusedByItsContent() {
    assertThat(refusal(new byte[0])).isEqualTo("FILE_EMPTY");
    assertThat(refusal(utf8("<!DOCTYPE html><table><tr><td>县（市）区</td></tr></table>")))
        .isEqualTo("FILE_MARKUP");
    assertThat(refusal(utf8("  <html>"))).isEqualTo("FILE_MARKUP");
    assertThat(refusal(utf8("<?xml version=\"1.0\"?><Workbook/>"))).isEqualTo("FILE_MARKUP");
    assertThat(refusal(utf8("%PDF-1.7\n"))).isEqualTo("FILE_PDF");
    assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}))
        .isEqualTo("FILE_OLD_EXCEL");
    byte[] noise = new byte[100_000];
    new Random(17).nextBytes(noise);
    assertThat(refusal(noise)).isEqualTo("FILE_UNKNOWN");
  }

  @Test
  void aMillionEmptyColumnsCostOneLine() {
    assertThat(read(utf8(HEADER + ",".repeat(1_000_000) + "\n" + ROW)))
        .containsExactly("2 TOO_MANY_FIELDS", READ.replace("2 盘", "3 盘"));
  }

  @Test
  void aLineOfManyMegabytesCostsOneLine() {
    assertThat(read(utf8(HEADER + "x".repeat(3_000_000) + "\n" + ROW)))
        .containsExactly("2 LINE_TOO_LONG", READ.replace("2 盘", "3 盘"));
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
