package io.countypulse.platform.intake.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which cell styles show a number as a date (ECMA-376 part 1, 18.8.30 and 18.8.31). */
final class CellFormats {

  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");
  private static final Pattern DATE_PARTS = Pattern.compile("[yYdDmMhHsS]");

  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> cells = new ArrayList<>();
  private boolean inCells;

  void define(int format, String code) {
    codes.put(format, code);
  }

  void beginCells() {
    inCells = true;
  }

  void endCells() {
    inCells = false;
  }

  void cell(int format) {
    if (inCells) {
      cells.add(format);
    }
  }

  /** By style number. */
  boolean[] dates() {
    boolean[] dates = new boolean[cells.size()];
    for (int style = 0; style < dates.length; style++) {
      dates[style] = isDate(cells.get(style));
    }
    return dates;
  }

  private boolean isDate(int format) {
    String code = codes.get(format);
    return code == null ? isBuiltInDate(format) : isDate(code);
  }

  private static boolean isBuiltInDate(int format) {
    return (format >= 14 && format <= 22)
        || (format >= 27 && format <= 36)
        || (format >= 45 && format <= 47)
        || (format >= 50 && format <= 58);
  }

  private static boolean isDate(String code) {
    return DATE_PARTS.matcher(LITERALS.matcher(code).replaceAll("")).find();
  }
}
