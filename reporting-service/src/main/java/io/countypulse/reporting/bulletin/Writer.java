package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.bulletin.BulletinText.Section;
import io.countypulse.reporting.bulletin.Page.Grid;
import io.countypulse.reporting.bulletin.Page.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a bulletin: the office's text with the figures filled in, and the tables. */
final class Writer {

  private static final String[] NUMERALS = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六"
  };

  private final BulletinText text;
  private final Material material;
  private final Sentences sentences;
  private final Tables figureTables;
  private final List<Part> parts = new ArrayList<>();
  private final List<Grid> tables = new ArrayList<>();

  private Writer(BulletinText text, Material material) {
    this.text = text;
    this.material = material;
    sentences = new Sentences(material);
    figureTables = new Tables(material);
  }

  /**
   * The bulletin as it stands.
   *
   * @param number 〔2024〕3号; null until it is issued
   * @param signedOn day of issue; null until then
   */
  static Page write(
      BulletinText text, Material material, @Nullable String number, @Nullable LocalDate signedOn) {
    Writer writer = new Writer(text, material);
    writer.correction();
    text.sections().stream().filter(Section::shown).forEach(writer::section);
    return new Page(
        material.figures().asOf(),
        writer.line(text.mark()),
        writer.line(text.serial()),
        number,
        writer.title(),
        writer.line(text.addressees()),
        writer.sentences.fill(text.opening()),
        List.copyOf(writer.parts),
        List.copyOf(writer.tables),
        writer.line(text.signer()),
        signedOn);
  }

  private String title() {
    return line(text.title()) + (material.corrected() == null ? "" : "（更正）");
  }

  private String line(String template) {
    StringBuilder line = new StringBuilder();
    sentences.fill(template).forEach(piece -> line.append(piece.text()));
    return line.toString();
  }

  private void correction() {
    Material.Earlier corrected = material.corrected();
    if (corrected != null) {
      Grid grid = Comparisons.corrected(material.figures(), corrected);
      String said =
          grid.rows().isEmpty()
              ? "本件更正" + corrected.mark() + "的文字，数据不变。"
              : "因后续报送的数据，" + corrected.mark() + "中 " + grid.rows().size() + " 处数据更正如附表，以本件为准。";
      add(
          "更正说明",
          List.of(List.of(Inline.words(said))),
          grid.rows().isEmpty() ? List.of() : List.of(grid));
    }
  }

  private void section(Section section) {
    List<Grid> grids = grids(section.key());
    if (section.key().equals("comparison") && grids.isEmpty()) {
      return;
    }
    List<List<Inline>> paragraphs = new ArrayList<>(sentences.paragraphs(section.text()));
    paragraphs.addAll(sentences.paragraphs(section.own()));
    add(section.heading(), paragraphs, grids);
  }

  private List<Grid> grids(String key) {
    Material.Earlier last = material.last();
    return switch (key) {
      case "comparison" ->
          last == null ? List.of() : List.of(Comparisons.withLast(material.figures(), last));
      case "ranking" -> List.of(Comparisons.ranking(material.ranking()));
      default -> figureTables.of(key);
    };
  }

  private void add(String heading, List<List<Inline>> paragraphs, List<Grid> grids) {
    List<List<Inline>> all = new ArrayList<>(paragraphs);
    if (!grids.isEmpty() && !all.isEmpty()) {
      List<Inline> lastParagraph = new ArrayList<>(all.removeLast());
      lastParagraph.add(Inline.words(attached(grids.size())));
      all.add(lastParagraph);
    }
    tables.addAll(grids);
    parts.add(new Part(NUMERALS[Math.min(parts.size(), NUMERALS.length - 1)] + "、" + heading, all));
  }

  /** （见附件3、4） */
  private String attached(int many) {
    int first = tables.size() + 1;
    return many == 1 ? "（见附件" + first + "）" : "（见附件" + first + "、" + (first + many - 1) + "）";
  }
}
