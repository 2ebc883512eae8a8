package io.countypulse.platform.personal;

/** Personal data as a screen shows them (DOMAIN.md § 11). */
public final class Masked {

  private Masked() {}

  /** The surname's character and a star for each further one, two at most: {@code 张**}. */
  public static String name(String name) {
    String text = name.strip();
    if (text.isEmpty()) {
      return "";
    }
    int stars = Math.clamp(text.codePointCount(0, text.length()) - 1L, 1, 2);
    return Character.toString(text.codePointAt(0)) + "*".repeat(stars);
  }

  /** The first three and the last four characters: {@code 530***********1234}. */
  public static String identityNumber(String number) {
    return keep(number, 3, 4);
  }

  /** The first three and the last four digits: {@code 138****5678}. */
  public static String phone(String number) {
    return keep(number, 3, 4);
  }

  private static String keep(String text, int first, int last) {
    int hidden = text.length() - first - last;
    return hidden < 4
        ? "*".repeat(text.length())
        : text.substring(0, first) + "*".repeat(hidden) + text.substring(first + hidden);
  }
}
