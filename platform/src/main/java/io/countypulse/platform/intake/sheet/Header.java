package io.countypulse.platform.intake.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the file read as headers: which cell stands for which column of the layout. Names are
 * compared without regard to width, spaces, brackets, colons, asterisks and letter case; a
 * bracketed unit at the end ({@code 月工资（元）}) is dropped, and {@code （万元）} remembered.
 */
final class Header {

  /** The column our reject files add, which a corrected one may still have. */
  static final String REASON = "原因";

  private static final Pattern UNIT = Pattern.compile("(.+)[(（\\[【](元|万元|人|户|个|人民币)[)）\\]】]");
  private static final Pattern DECORATION = Pattern.compile("[()\\[\\]{}<>《》【】〔〕:*、'\"“”]");

  private final int line;
  private final List<String> names;
  private final int[] places;
  private final boolean[] tenThousands;
  private final List<String> unknown = new ArrayList<>();
  private final List<String> twice = new ArrayList<>();
  private final List<String> missing;
  private final int matched;
  private final int width;

  private Header(Layout layout, RawRow row) {
    line = row.line();
    names = names(row);
    width = names.size();
    places = new int[layout.columns().size()];
    tenThousands = new boolean[places.length];
    Arrays.fill(places, -1);
    Map<String, Column> known = known(layout);
    for (int place = 0; place < width; place++) {
      assign(known, place);
    }
    missing =
        layout.columns().stream()
            .filter(column -> column.required() && places[column.ordinal()] < 0)
            .map(Column::header)
            .toList();
    matched = (int) Arrays.stream(places).filter(place -> place >= 0).count();
  }

  static Header of(Layout layout, RawRow row) {
    return new Header(layout, row);
  }

  /** The headers as the file has them, up to the last that is not blank. */
  List<String> names() {
    return names;
  }

  /** Headers that mean nothing to us and are ignored. */
  List<String> unknown() {
    return unknown;
  }

  int line() {
    return line;
  }

  /** How many columns of the layout were found. */
  int matched() {
    return matched;
  }

  int width() {
    return width;
  }

  /** The cell that holds a column, or −1. */
  int place(int column) {
    return places[column];
  }

  SheetRow newRow() {
    var row = new SheetRow(places.length);
    for (int column = 0; column < places.length; column++) {
      if (tenThousands[column]) {
        row.headedInTenThousands(column);
      }
    }
    return row;
  }

  /**
   * @throws RefusedFile naming what is missing or stands twice
   */
  void requireUsable() throws RefusedFile {
    if (!missing.isEmpty()) {
      throw new RefusedFile(
          new Refusal(
              "COLUMNS_MISSING",
              "缺少必需的列：" + String.join("、", missing) + "。请按模板补齐表头后重新上传",
              "Required columns are missing: " + String.join(", ", missing)));
    }
    if (!twice.isEmpty()) {
      throw new RefusedFile(
          new Refusal(
              "COLUMNS_TWICE",
              "表头重复：" + String.join("、", twice) + "。请只保留一列后重新上传",
              "Columns stand twice: " + String.join(", ", twice)));
    }
  }

  private void assign(Map<String, Column> known, int place) {
    String name = names.get(place);
    Matcher unit = UNIT.matcher(Characters.compact(name).replace('（', '(').replace('）', ')'));
    boolean hasUnit = unit.matches();
    Column column = known.get(normalised(hasUnit ? unit.group(1) : name));
    if (column == null) {
      if (!name.isEmpty() && !name.equals(REASON)) {
        unknown.add(name);
      }
    } else if (places[column.ordinal()] >= 0) {
      twice.add(column.header());
    } else {
      places[column.ordinal()] = place;
      tenThousands[column.ordinal()] = hasUnit && unit.group(2).equals("万元");
    }
  }

  private static List<String> names(RawRow row) {
    int width = row.count();
    while (width > 0 && Characters.trimmed(row.text(width - 1)).isEmpty()) {
      width--;
    }
    List<String> names = new ArrayList<>(width);
    for (int place = 0; place < width; place++) {
      names.add(Characters.oneLine(row.text(place)).strip());
    }
    return List.copyOf(names);
  }

  private static Map<String, Column> known(Layout layout) {
    Map<String, Column> known = new HashMap<>();
    for (Column column : layout.columns()) {
      known.put(normalised(column.header()), column);
      column.aliases().forEach(alias -> known.put(normalised(alias), column));
    }
    return known;
  }

  static String normalised(String name) {
    String compact = Characters.compact(name).toLowerCase(Locale.ROOT);
    return DECORATION.matcher(compact).replaceAll("");
  }
}
