package io.countypulse.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.personal.IdentityNumber.Accepted;
import io.countypulse.platform.personal.IdentityNumber.Reading;
import io.countypulse.platform.personal.IdentityNumber.Reason;
import io.countypulse.platform.personal.IdentityNumber.Refused;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The county part 530190 was never assigned: nobody has these numbers. */
class IdentityNumberTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);

  @Test
  void aSoundNumberIsAccepted() {
    assertThat(read("53019019900307123X")).isEqualTo(accepted("53019019900307123X"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 53019019850101003X ",
        "53019019850101003x",
        "５３０１９０１９８５０１０１００３Ｘ",
        "５３０１９０１９８５０１０１００３ｘ",
        "530190　19850101　003X",
        "\uFEFF530190\u200B19850101\u00A0003X\t",
        "530190\u202C19850101003X\r\n"
      })
  void widthSpacesInvisibleCharactersAndSmallXDoNotMatter(String text) {
    assertThat(read(text)).isEqualTo(accepted("53019019850101003X"));
  }

  @Test
  void theExampleOfTheStandardIsSound() {
    assertThat(IdentityNumberRules.wellFormed("11010519491231002X")).isTrue();
  }

  @Test
  void anOldNumberOfFifteenDigitsIsConverted() {
    assertThat(read("530190900307123"))
        .isEqualTo(new Accepted(new IdentityNumber("53019019900307123X"), true));
  }

  @Test
  void aValidNumberMayEndInThreeZeros() {
    String number = endingInThreeZeros();

    assertThat(read(number)).isEqualTo(accepted(number));
  }

  @ParameterizedTest
  @CsvSource({
    "5.3019E+17, PRECISION_LOST",
    "5.30190199003071E17, PRECISION_LOST",
    "530190199003071000, PRECISION_LOST",
    "530190199003071234, IDENTITY_NUMBER_CHECKSUM",
    "530190199003071231, IDENTITY_NUMBER_CHECKSUM",
    "530190199002301231, IDENTITY_NUMBER_DATE",
    "530190199013071231, IDENTITY_NUMBER_DATE",
    "530190000000000001, IDENTITY_NUMBER_DATE",
    "530190202406111231, IDENTITY_NUMBER_DATE",
    "530190170003071231, IDENTITY_NUMBER_DATE",
    "530190900231123, IDENTITY_NUMBER_DATE",
    "990190199003071233, IDENTITY_NUMBER_PROVINCE",
    "000190900307123, IDENTITY_NUMBER_PROVINCE",
    "53019019900307123, IDENTITY_NUMBER_LENGTH",
    "53019019900307123X3, IDENTITY_NUMBER_LENGTH",
    "1, IDENTITY_NUMBER_LENGTH",
    "X30190199003071233, IDENTITY_NUMBER_CHARACTERS",
    "53019019900307123A, IDENTITY_NUMBER_CHARACTERS",
    "53019X900307123, IDENTITY_NUMBER_CHARACTERS",
    "张三, IDENTITY_NUMBER_CHARACTERS",
    "53-190199003071233, IDENTITY_NUMBER_CHARACTERS",
    "'', IDENTITY_NUMBER_MISSING",
    "'　 ', IDENTITY_NUMBER_MISSING",
  })
  void everyFaultHasItsOwnCode(String text, Reason reason) {
    assertThat(read(text)).isEqualTo(new Refused(reason));
  }

  @Test
  void aNumericCellHasLostDigitsWhateverItShows() {
    assertThat(IdentityNumber.readNumericCell()).isEqualTo(new Refused(Reason.PRECISION_LOST));
    assertThat(Reason.PRECISION_LOST.message()).contains("15位").contains("文本");
  }

  @Test
  void noNumberShowsItselfInALog() {
    IdentityNumber number = new IdentityNumber("53019019900307123X");

    assertThat(number).hasToString("530***********123X");
    assertThat(new Accepted(number, false).toString()).doesNotContain("19900307");
  }

  @Test
  void theDateOfBirthStandsInTheNumber() {
    assertThat(new IdentityNumber("53019019900307123X").birthDate()).isEqualTo("1990-03-07");
  }

  private static Reading read(String text) {
    return IdentityNumber.read(text, TODAY);
  }

  private static Reading accepted(String number) {
    return new Accepted(new IdentityNumber(number), false);
  }

  /** Of the days of a year some have a check digit 0 after the sequence 00. */
  private static String endingInThreeZeros() {
    return LocalDate.of(1990, 1, 1)
        .datesUntil(LocalDate.of(1991, 1, 1))
        .map(day -> "530190" + day.toString().replace("-", "") + "9000")
        .filter(IdentityNumberRules::wellFormed)
        .findFirst()
        .orElseThrow();
  }
}
