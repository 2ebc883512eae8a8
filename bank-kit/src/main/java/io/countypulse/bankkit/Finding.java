package io.countypulse.bankkit;

import java.io.PrintStream;

/**
 * What is said of a line of a feed.
 *
 * @param line from 1
 * @param field blank where the whole line is meant
 * @param value what stands there, shortened or masked; may be blank
 */
record Finding(
    int line, String field, String code, String message, String messageEn, String value) {

  void print(PrintStream out) {
    String where = field.isEmpty() ? "" : " " + field;
    String what = value.isEmpty() ? "" : "（" + value + "）";
    out.println("  第 %d 行 line %d%s [%s]".formatted(line, line, where, code));
    out.println("    " + message + what);
    out.println("    " + messageEn);
  }
}
