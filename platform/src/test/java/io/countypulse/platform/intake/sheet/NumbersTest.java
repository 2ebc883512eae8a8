package io.countypulse.platform.intake.sheet;

import static io.countypulse.platform.intake.sheet.Sheets.Field.WAGE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0.00",
        "3500 | 3500.00",
        "1,000.50 | 1000.50",
        "1234567.8 | 1234567.80",
        "１，０００．５０ | 1000.50",
        "999999999999999.99 | 999999999999999.99",
        "3500.000 | 3500.00"
      })
  void moneyIsAPlainDecimal(String text, String value) {
    assertThat(money(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-5 | NUMBER_NEGATIVE",
        "－5 | NUMBER_NEGATIVE",
        "(5.00) | NUMBER_NEGATIVE",
        "1000000000000000 | NUMBER_TOO_LARGE",
        "99999999999999999999 | NUMBER_TOO_LARGE",
        "1.005 | NUMBER_TOO_PRECISE",
        "1.2e3 | NUMBER_UNREADABLE",
        "1E3 | NUMBER_UNREADABLE",
        "NaN | NUMBER_UNREADABLE",
        "Infinity | NUMBER_UNREADABLE",
        "1,00 | NUMBER_UNREADABLE",
        "1,0000 | NUMBER_UNREADABLE",
        "¥100 | NUMBER_UNREADABLE",
        "100元 | NUMBER_UNREADABLE",
        "0x10 | NUMBER_UNREADABLE",
        ".5 | NUMBER_UNREADABLE",
        "5. | NUMBER_UNREADABLE",
        "1 2 | 12.00"
      })
  void anythingElseGoesBack(String text, String outcome) {
    assertThat(money(text)).isEqualTo(outcome);
  }

  @Test
  void aColumnHeadedTenThousandYuanIsMultiplied() {
    SheetRow row = Sheets.row(WAGE, "1.5", CellKind.TEXT);
    Column wage = WAGE;
    row.headedInTenThousands(wage.ordinal());

    assertThat(Sheets.outcome(Numbers.money(row, WAGE))).isEqualTo("15000.00");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4",
    "4.0, 4",
    "4.5, NUMBER_NOT_WHOLE",
    "2147483648, NUMBER_TOO_LARGE",
    "-1, NUMBER_NEGATIVE"
  })
  void peopleAreCountedWhole(String text, String outcome) {
    assertThat(Sheets.outcome(Numbers.whole(Sheets.row(WAGE, text, CellKind.TEXT), WAGE)))
        .isEqualTo(outcome);
  }

  private static String money(String text) {
    return Sheets.outcome(Numbers.money(Sheets.row(WAGE, text, CellKind.TEXT), WAGE));
  }
}
