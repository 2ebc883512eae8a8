package io.countypulse.platform.intake.sheet;

/**
 * Keeps a spreadsheet program from taking a text for a formula: a leading apostrophe is put before
 * {@code = + - @}, tab and carriage return, wide signs included, and taken away when such a file
 * comes back. Apostrophes that already stood there gain one more, so nothing is lost on the way.
 */
final class FormulaEscape {

  private FormulaEscape() {}

  static String applied(String text) {
    return isRisky(text) ? "'" + text : text;
  }

  static String undone(String text) {
    return !text.isEmpty() && text.charAt(0) == '\'' && isRisky(text) ? text.substring(1) : text;
  }

  private static boolean isRisky(String text) {
    int place = 0;
    while (place < text.length() && text.charAt(place) == '\'') {
      place++;
    }
    return place < text.length() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(place)) >= 0;
  }
}
