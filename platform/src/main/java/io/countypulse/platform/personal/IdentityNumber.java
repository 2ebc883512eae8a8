package io.countypulse.platform.personal;

import java.time.LocalDate;

/**
 * A citizen identity number: eighteen characters with a valid checksum (GB 11643). Its text form is
 * masked, so that it cannot slip into a log.
 *
 * @param value seventeen digits and a digit or capital X
 */
public record IdentityNumber(String value) {

  public IdentityNumber {
    if (!IdentityNumberRules.wellFormed(value)) {
      throw new IllegalArgumentException("not an identity number");
    }
  }

  /** What a cell of a file turned out to hold. */
  public sealed interface Reading permits Accepted, Refused {}

  /**
   * A sound number.
   *
   * @param converted made of an old number of fifteen digits: flag {@code
   *     IDENTITY_NUMBER_CONVERTED}
   */
  public record Accepted(IdentityNumber number, boolean converted) implements Reading {}

  /** No sound number, why, and what the clerk can do. */
  public record Refused(Reason reason) implements Reading {}

  /** Why a number is refused; the name is the code of the reject. */
  public enum Reason {
    IDENTITY_NUMBER_MISSING("缺少证件号码，请补填。", "The identity number is missing."),
    PRECISION_LOST(
        "证件号码已失真：电子表格只保留15位数字，后几位已丢失。请将整列设为“文本”格式后，按原始资料重新填写。",
        "Digits were lost: spreadsheets keep only 15. Format the whole column as text and enter it"
            + " again from the source."),
    IDENTITY_NUMBER_CHARACTERS(
        "证件号码含有不允许的字符，只能是17位数字加1位数字或X，请核对。",
        "Only 17 digits followed by a digit or X are allowed."),
    IDENTITY_NUMBER_LENGTH("证件号码位数不对，应为18位，请核对。", "An identity number has 18 characters."),
    IDENTITY_NUMBER_PROVINCE(
        "证件号码前两位不是任何省份的代码，请核对。", "The first two digits are not the code of a province."),
    IDENTITY_NUMBER_DATE(
        "证件号码中的出生日期不存在或不合理，请核对。", "The date of birth in the number cannot be right."),
    IDENTITY_NUMBER_CHECKSUM(
        "证件号码校验位不符，可能有一位填错，请与证件核对。",
        "The check digit does not match: one character is probably mistyped.");

    private final String message;
    private final String messageEn;

    Reason(String message, String messageEn) {
      this.message = message;
      this.messageEn = messageEn;
    }

    /** What is wrong and what to do, in Chinese. */
    public String message() {
      return message;
    }

    /** The same in English. */
    public String messageEn() {
      return messageEn;
    }
  }

  /**
   * Reads a text cell: normalises width, spaces, invisible characters and x; converts fifteen
   * digits by the rule of GB 11643.
   *
   * @param today nobody is born after it
   */
  public static Reading read(String text, LocalDate today) {
    return IdentityNumberRules.read(text, today);
  }

  /** A numeric cell of a spreadsheet: it kept fifteen digits at most, whatever it shows. */
  public static Reading readNumericCell() {
    return new Refused(Reason.PRECISION_LOST);
  }

  /** The date of birth in the number. */
  public LocalDate birthDate() {
    return LocalDate.of(
        Integer.parseInt(value, 6, 10, 10),
        Integer.parseInt(value, 10, 12, 10),
        Integer.parseInt(value, 12, 14, 10));
  }

  /** {@code 530***********1234}. */
  public String masked() {
    return Masked.identityNumber(value);
  }

  @Override
  public String toString() {
    return masked();
  }
}
