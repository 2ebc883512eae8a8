package io.countypulse.platform.personal;

import io.countypulse.platform.personal.IdentityNumber.Accepted;
import io.countypulse.platform.personal.IdentityNumber.Reading;
import io.countypulse.platform.personal.IdentityNumber.Reason;
import io.countypulse.platform.personal.IdentityNumber.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;

/** The rules of GB 11643, and what spreadsheets do to numbers. */
final class IdentityNumberRules {

  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final BitSet PROVINCES = provinces();

  private IdentityNumberRules() {}

  static boolean wellFormed(String number) {
    return number.length() == LENGTH
        && digits(number, LENGTH - 1)
        && existingDate(number)
        && number.charAt(LENGTH - 1) == checkCharacter(number);
  }

  static Reading read(String text, LocalDate today) {
    String number = normalise(text);
    if (number.isEmpty()) {
      return new Refused(Reason.IDENTITY_NUMBER_MISSING);
    }
    if (scientific(number)) {
      return new Refused(Reason.PRECISION_LOST);
    }
    return switch (number.length()) {
      case LENGTH -> readNew(number, today);
      case OLD_LENGTH -> readOld(number, today);
      default -> new Refused(wrongLength(number));
    };
  }

  private static Reading readNew(String number, LocalDate today) {
    char last = number.charAt(LENGTH - 1);
    if (!digits(number, LENGTH - 1) || !(last == 'X' || isDigit(last))) {
      return new Refused(Reason.IDENTITY_NUMBER_CHARACTERS);
    }
    boolean checks = last == checkCharacter(number);
    if (!checks && number.endsWith("000")) {
      return new Refused(Reason.PRECISION_LOST);
    }
    if (!knownProvince(number)) {
      return new Refused(Reason.IDENTITY_NUMBER_PROVINCE);
    }
    if (!plausibleDate(number, today)) {
      return new Refused(Reason.IDENTITY_NUMBER_DATE);
    }
    return checks
        ? new Accepted(new IdentityNumber(number), false)
        : new Refused(Reason.IDENTITY_NUMBER_CHECKSUM);
  }

  private static Reading readOld(String number, LocalDate today) {
    if (!digits(number, OLD_LENGTH)) {
      return new Refused(Reason.IDENTITY_NUMBER_CHARACTERS);
    }
    if (!knownProvince(number)) {
      return new Refused(Reason.IDENTITY_NUMBER_PROVINCE);
    }
    String body = number.substring(0, 6) + "19" + number.substring(6);
    if (!plausibleDate(body, today)) {
      return new Refused(Reason.IDENTITY_NUMBER_DATE);
    }
    return new Accepted(new IdentityNumber(body + checkCharacter(body)), true);
  }

  /** Full width to half width, x to X; spaces and invisible characters fall away. */
  private static String normalise(String text) {
    StringBuilder number = new StringBuilder(LENGTH);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char half = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
      if (visible(half)) {
        number.append(Character.toUpperCase(half));
      }
    }
    return number.toString();
  }

  private static boolean visible(char c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          false;
      default -> true;
    };
  }

  /** {@code 5.30102E+17}: what a spreadsheet shows of a number it holds as a number. */
  private static boolean scientific(String number) {
    int exponent = number.indexOf('E');
    return exponent > 0
        && isDigit(number.charAt(0))
        && number.chars().allMatch(c -> isDigit((char) c) || ".E+-".indexOf(c) >= 0);
  }

  private static Reason wrongLength(String number) {
    boolean characters = number.chars().allMatch(c -> isDigit((char) c) || c == 'X');
    return characters ? Reason.IDENTITY_NUMBER_LENGTH : Reason.IDENTITY_NUMBER_CHARACTERS;
  }

  private static boolean knownProvince(String number) {
    return PROVINCES.get(Integer.parseInt(number, 0, 2, 10));
  }

  private static boolean plausibleDate(String number, LocalDate today) {
    if (!existingDate(number)) {
      return false;
    }
    int year = Integer.parseInt(number, 6, 10, 10);
    LocalDate born = LocalDate.of(year, part(number, 10), part(number, 12));
    return year >= 1880 && !born.isAfter(today);
  }

  private static boolean existingDate(String number) {
    int month = part(number, 10);
    int day = part(number, 12);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(Integer.parseInt(number, 6, 10, 10), month).lengthOfMonth();
  }

  private static int part(String number, int from) {
    return Integer.parseInt(number, from, from + 2, 10);
  }

  private static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  private static boolean digits(String text, int length) {
    for (int i = 0; i < length; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** GB/T 2260; 83 stands on residence permits for Taiwan. */
  private static BitSet provinces() {
    BitSet codes = new BitSet(100);
    int[][] ranges = {
      {11, 15}, {21, 23}, {31, 37}, {41, 46}, {50, 54}, {61, 65}, {71, 71}, {81, 83}
    };
    for (int[] range : ranges) {
      codes.set(range[0], range[1] + 1);
    }
    return codes;
  }
}
