package io.countypulse.reporting.bulletin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A written bulletin, before it takes a format.
 *
 * @param number 〔2024〕3号 behind the serial; null until it is issued
 * @param signedOn 成文日期; null until it is issued
 */
record Page(
    LocalDate asOf,
    String mark,
    String serial,
    @Nullable String number,
    String title,
    String addressees,
    List<Inline> opening,
    List<Part> parts,
    List<Grid> tables,
    String signer,
    @Nullable LocalDate signedOn) {

  /** A section with its heading, 一、…, and its paragraphs. */
  record Part(String heading, List<List<Inline>> paragraphs) {}

  /**
   * A table.
   *
   * @param numeric for each column, whether it holds numbers
   */
  record Grid(
      String key,
      String title,
      String note,
      List<String> headings,
      List<Boolean> numeric,
      List<Line> rows) {}

  /** A row of a table; the city's is set apart. */
  record Line(boolean total, List<Inline> cells) {}

  /** 发文字号. */
  String documentNumber() {
    return serial + (number == null ? "〔    〕  号" : number);
  }
}
