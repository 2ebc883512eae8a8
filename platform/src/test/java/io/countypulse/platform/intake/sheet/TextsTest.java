package io.countypulse.platform.intake.sheet;

import static io.countypulse.platform.intake.sheet.Sheets.Field.CODE;
import static io.countypulse.platform.intake.sheet.Sheets.Field.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"P53010X", "p53010x", "Ｐ５３０１０ｘ", " P5301 0X ", "P53\u200b010X", "　P53010X\ufeff"})
  void oneCodeHoweverItIsTyped(String text) {
    assertThat(Sheets.outcome(Texts.code(Sheets.row(CODE, text, CellKind.TEXT), CODE)))
        .isEqualTo("P53010X");
  }

  @ParameterizedTest
  @CsvSource({
    "5.10322E+17, TEXT",
    "5.10322E17, TEXT",
    "510322197001011000, NUMBER",
    "5.5, NUMBER",
  })
  void digitsASpreadsheetLostAreMissed(String text, CellKind kind) {
    Parsed<String> parsed = Texts.code(Sheets.row(CODE, text, kind), CODE);

    assertThat(Sheets.outcome(parsed)).isEqualTo("PRECISION_LOST");
    assertThat(((Parsed.Wrong<String>) parsed).fault().maskedValue()).isEmpty();
  }

  @Test
  void aNumberOfFifteenDigitsIsStillWhole() {
    assertThat(
            Sheets.outcome(Texts.code(Sheets.row(CODE, "530103000000001", CellKind.NUMBER), CODE)))
        .isEqualTo("530103000000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"阿布都·卡德尔|阿布都·卡德尔", "李\u200b四|李四", "'第一\n车间'|第一 车间", "欧阳　娜|欧阳 娜"})
  void aNameIsOneLineOfVisibleCharacters(String text, String name) {
    assertThat(Sheets.outcome(Texts.name(Sheets.row(NAME, text, CellKind.TEXT), NAME)))
        .isEqualTo(name);
  }

  @Test
  void aNameOfMoreThanTwoHundredCharactersGoesBack() {
    assertThat(Sheets.outcome(Texts.name(Sheets.row(NAME, "长".repeat(201), CellKind.TEXT), NAME)))
        .isEqualTo("TEXT_TOO_LONG");
  }
}
