package io.countypulse.platform.intake.sheet;

/**
 * The one rule for characters that look alike: what is a space, what is invisible, what is merely
 * wide.
 */
final class Characters {

  private Characters() {}

  static boolean isSpace(char character) {
    return character <= ' '
        || character == '\u00a0'
        || character == '\u3000'
        || character == '\u2028'
        || character == '\u2029'
        || character == '\u202f'
        || (character >= '\u2000' && character <= '\u200a');
  }

  static boolean isInvisible(char character) {
    return (character >= '\u200b' && character <= '\u200f')
        || (character >= '\u202a' && character <= '\u202e')
        || (character >= '\u2060' && character <= '\u2064')
        || character == '\u00ad'
        || character == '\ufeff';
  }

  /** Without spaces and invisible characters at either end. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Full-width letters, digits and signs as their ASCII twins; everything else as it is. */
  static char narrow(char character) {
    if (character >= '\uff01' && character <= '\uff5e') {
      return (char) (character - 0xfee0);
    }
    return character == '\u3000' ? ' ' : character;
  }

  /** Narrow, without any space or invisible character: how codes and numbers are compared. */
  static String compact(String text) {
    if (isPlain(text)) {
      return text;
    }
    var compact = new StringBuilder(text.length());
    for (int place = 0; place < text.length(); place++) {
      char character = text.charAt(place);
      if (!isBlank(character)) {
        compact.append(narrow(character));
      }
    }
    return compact.toString();
  }

  /** Runs of spaces and line breaks as one space, invisible characters gone: how names are kept. */
  static String oneLine(String text) {
    if (isPlain(text) || !hasIrregularSpace(text)) {
      return text;
    }
    var line = new StringBuilder(text.length());
    for (int place = 0; place < text.length(); place++) {
      char character = text.charAt(place);
      if (isSpace(character)) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      } else if (!isInvisible(character)) {
        line.append(character);
      }
    }
    return line.toString().stripTrailing();
  }

  private static boolean isBlank(char character) {
    return isSpace(character) || isInvisible(character);
  }

  private static boolean isPlain(String text) {
    for (int place = 0; place < text.length(); place++) {
      char character = text.charAt(place);
      if (character <= ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasIrregularSpace(String text) {
    for (int place = 0; place < text.length(); place++) {
      if (isBlank(text.charAt(place))) {
        return true;
      }
    }
    return false;
  }
}
