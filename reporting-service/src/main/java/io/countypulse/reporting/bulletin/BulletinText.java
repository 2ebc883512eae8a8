package io.countypulse.reporting.bulletin;

import java.util.List;

/**
 * What the office writes: everything but the figures. In each text {@code {…}} names a figure
 * ({@link Phrase}).
 *
 * @param mark 发文机关标志, the red heading
 * @param serial what stands before 〔2024〕1号
 * @param addressees 主送机关
 * @param signer 发文机关署名
 */
record BulletinText(
    String mark,
    String serial,
    String title,
    String addressees,
    String opening,
    List<Section> sections,
    String signer) {

  private static final int LONGEST = 20_000;

  BulletinText {
    sections = List.copyOf(sections);
    if (mark.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a bulletin has a heading and a title");
    }
  }

  /**
   * A section.
   *
   * @param key what it is about; decides its tables
   * @param shown whether it is printed
   * @param text sentences with named figures; a new line begins a paragraph
   * @param own the office's own paragraphs behind them
   */
  record Section(String key, String heading, boolean shown, String text, String own) {
    Section {
      if (text.length() > LONGEST || own.length() > LONGEST) {
        throw new IllegalArgumentException("a section has at most " + LONGEST + " characters");
      }
    }
  }
}
