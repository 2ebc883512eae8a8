package io.countypulse.platform.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-06-01",
        "2024-6-1",
        "2024/06/01",
        "2024/6/1",
        "2024.6.1",
        "2024年6月1日",
        "20240601",
        "　２０２４－０６－０１ ",
        "2024 年 6 月 1 日",
        "2024-06-01 00:00:00",
        "2024/6/1 0:00",
        "2024-06-01T00:00"
      })
  void everyWayPeopleWriteADateIsRead(String text) {
    assertThat(date(text, CellKind.TEXT)).isEqualTo("2024-06-01");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-30, DATE_IMPOSSIBLE",
    "2023-02-29, DATE_IMPOSSIBLE",
    "2024-13-01, DATE_IMPOSSIBLE",
    "2024-00-10, DATE_IMPOSSIBLE",
    "20240230, DATE_IMPOSSIBLE",
    "1899-12-31, DATE_OUT_OF_RANGE",
    "2101-01-01, DATE_OUT_OF_RANGE",
    "0024-01-01, DATE_OUT_OF_RANGE",
    "24-6-1, DATE_UNREADABLE",
    "2024-06/01, DATE_UNREADABLE",
    "6/1/2024, DATE_UNREADABLE",
    "2024-06, DATE_UNREADABLE",
    "45444, DATE_UNREADABLE",
    "2024-05-31T16:00:00Z, DATE_UNREADABLE",
    "2024-05-31T23:30:00+08:00, DATE_UNREADABLE",
    "昨天, DATE_UNREADABLE"
  })
  void whatIsNoCertainDayIsRefused(String text, String code) {
    assertThat(date(text, CellKind.TEXT)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "45444, NUMBER, 2024-06-01",
    "20240601, NUMBER, 2024-06-01",
    "2024-06-01, DATE, 2024-06-01",
    "45444.5, NUMBER, DATE_UNREADABLE",
    "12, NUMBER, DATE_UNREADABLE",
    "#REF!, ERROR, CELL_ERROR"
  })
  void aSpreadsheetNumberMayBeADay(String text, CellKind kind, String outcome) {
    assertThat(date(text, kind)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "\u200b"})
  void anEmptyCellIsBlank(String text) {
    assertThat(date(text, CellKind.TEXT)).isEqualTo("blank");
  }

  private static String date(String text, CellKind kind) {
    return Sheets.outcome(
        Dates.parse(Sheets.row(Sheets.Field.START, text, kind), Sheets.Field.START));
  }
}
