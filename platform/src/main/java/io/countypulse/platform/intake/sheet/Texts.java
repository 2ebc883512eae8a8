package io.countypulse.platform.intake.sheet;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and codes out of cells, by one written rule. */
public final class Texts {

  private static final int LONGEST = 200;
  private static final int DIGITS_A_SPREADSHEET_KEEPS = 15;
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d+");

  private Texts() {}

  /**
   * A name or free text: line breaks and runs of spaces become one space, invisible characters go;
   * at most 200 characters.
   */
  public static Parsed<String> name(SheetRow row, Column column) {
    if (row.kind(column) == CellKind.ERROR) {
      return Parsed.wrong(cellError(row, column));
    }
    String text = Characters.oneLine(row.text(column));
    if (text.length() > LONGEST) {
      return Parsed.wrong(tooLong(column));
    }
    return text.isEmpty() ? Parsed.blank(column) : Parsed.value(text);
  }

  /**
   * A code such as 人编号 or an identity number: full-width becomes half-width, every space and
   * invisible character goes, letters become upper case. A number cell of more than 15 digits, or
   * one in scientific notation, is {@code PRECISION_LOST}; its value is not repeated, since it may
   * be personal.
   */
  public static Parsed<String> code(SheetRow row, Column column) {
    if (row.kind(column) == CellKind.ERROR) {
      return Parsed.wrong(cellError(row, column));
    }
    String code = code(row.text(column));
    if (code.isEmpty()) {
      return Parsed.blank(column);
    }
    if (code.length() > LONGEST) {
      return Parsed.wrong(tooLong(column));
    }
    return precisionLost(code, row.kind(column))
        ? Parsed.wrong(precisionLost(column))
        : Parsed.value(code);
  }

  /** A code that was typed in, as {@link #code(SheetRow, Column)} would write it; maybe empty. */
  public static String code(String text) {
    return Characters.compact(text).toUpperCase(Locale.ROOT);
  }

  private static boolean precisionLost(String code, CellKind kind) {
    return switch (kind) {
      case NUMBER, DATE -> code.length() > DIGITS_A_SPREADSHEET_KEEPS || !isDigits(code);
      case TEXT, ERROR -> code.indexOf('E') > 0 && SCIENTIFIC.matcher(code).matches();
    };
  }

  private static boolean isDigits(String code) {
    return code.chars().allMatch(character -> character >= '0' && character <= '9');
  }

  private static Fault precisionLost(Column column) {
    return Fault.of(
        "PRECISION_LOST",
        column,
        column.header() + "已被电子表格改写为数值，末尾数字已丢失；请将整列设为“文本”格式并从原始资料重新填写",
        "The spreadsheet turned it into a number and lost digits: format the whole column as text and enter it again",
        "");
  }

  static Fault cellError(SheetRow row, Column column) {
    return Fault.of(
        "CELL_ERROR",
        column,
        column.header() + "是公式错误值，请改为实际内容",
        "The cell holds a spreadsheet error: replace it by its content",
        row.text(column));
  }

  private static Fault tooLong(Column column) {
    return Fault.of(
        "TEXT_TOO_LONG",
        column,
        column.header() + "超过 " + LONGEST + " 个字，请缩短",
        "More than " + LONGEST + " characters: shorten it",
        "");
  }
}
