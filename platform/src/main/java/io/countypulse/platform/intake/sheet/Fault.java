package io.countypulse.platform.intake.sheet;

/**
 * Why a row is refused, for the person who has to mend it.
 *
 * @param code stable and upper case, such as {@code DATE_IMPOSSIBLE}
 * @param field the column's canonical header, empty when the whole row is meant
 * @param message in Chinese: what is wrong and what to write instead, without the value
 * @param messageEn the same in English
 * @param maskedValue the refused value, already masked where it is personal; empty when it must not
 *     be shown
 */
public record Fault(
    String code, String field, String message, String messageEn, String maskedValue) {

  private static final int LONGEST_VALUE = 60;

  public Fault {
    if (code.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("a fault needs a code and a message");
    }
    maskedValue = shortened(maskedValue);
  }

  /** A fault of one cell whose value may be shown. */
  public static Fault of(
      String code, Column column, String message, String messageEn, String maskedValue) {
    return new Fault(code, column.header(), message, messageEn, maskedValue);
  }

  private static String shortened(String value) {
    String printable = value.replaceAll("\\p{Cntrl}", " ");
    return printable.length() <= LONGEST_VALUE
        ? printable
        : printable.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
