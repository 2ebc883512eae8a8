package io.countypulse.platform.intake.sheet;

/** What is wrong with a line before any of its cells is looked at. */
final class LineFaults {

  private LineFaults() {}

  static Fault quotesBroken() {
    return new Fault(
        "QUOTES_BROKEN",
        "",
        "本行的引号不成对，请删除多余的引号，或把内容中的引号写成两个",
        "The quotes of this line do not fit: remove stray ones, or double those that belong to the text",
        "");
  }

  static Fault undecodable() {
    return new Fault(
        "UNDECODABLE",
        "",
        "本行含有无法识别的字符（乱码），请重新输入该行内容",
        "This line holds bytes that are no characters: enter it again",
        "");
  }

  static Fault tooManyFields() {
    return new Fault(
        "TOO_MANY_FIELDS",
        "",
        "本行超过 " + RawRow.WIDEST + " 列，请删除多余的分隔符",
        "More than " + RawRow.WIDEST + " columns: remove the surplus separators",
        "");
  }

  static Fault overlong() {
    return new Fault("LINE_TOO_LONG", "", "本行过长，无法读取，请检查换行", "The line is too long to be read", "");
  }

  static Fault ragged() {
    return new Fault(
        "RAGGED_ROW",
        "",
        "本行的列数与表头不一致，请检查是否多写或少写了分隔符",
        "The number of cells differs from the header's: look for a surplus or missing separator",
        "");
  }
}
