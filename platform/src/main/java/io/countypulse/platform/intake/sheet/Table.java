package io.countypulse.platform.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one table of a file that has a layout's headers, read from the row after them. Title rows
 * above are passed over: the header is the row among the first twenty in which most columns are
 * found.
 *
 * <p>Text that ends without a line break and with too few cells was cut off and is refused whole; a
 * cut within the very last cell cannot be seen, since these files have no trailer.
 */
public final class Table implements Closeable {

  private static final int ROWS_TO_SEARCH = 20;
  private static final int PREFIX = 1 << 16;
  private static final char[] DELIMITERS = {',', '\t', ';'};
  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "合計", "總計");

  /** Takes the rows one by one; the row given is only valid meanwhile. */
  public interface Reader {

    /** A row that can be checked. */
    void row(SheetRow row) throws IOException;

    /** A row that cannot even be read. */
    void faulty(int line, Fault fault) throws IOException;

    /** A total below the table. */
    void total(int line) throws IOException;
  }

  private final Header header;
  private final RowSource rows;
  private final Closeable file;

  private Table(Header header, RowSource rows, Closeable file) {
    this.header = header;
    this.rows = rows;
    this.file = file;
  }

  /**
   * Opens a file and finds its header.
   *
   * @throws RefusedFile when it is no table of ours; the refusal names the remedy
   */
  public static Table open(FileBytes bytes, FileFormat format, Layout layout) throws IOException {
    Optional<Refusal> refusal = format.refusal();
    if (refusal.isPresent()) {
      throw new RefusedFile(refusal.get());
    }
    Optional<Charset> charset = format.charset();
    return charset.isPresent()
        ? openText(bytes, charset.get(), layout)
        : openWorkbook(bytes, layout);
  }

  /** Headers that are ignored. */
  public List<String> unknownColumns() {
    return header.unknown();
  }

  /** Reads every row, empty ones left out. */
  public void forEach(Reader reader) throws IOException {
    var raw = new RawRow();
    SheetRow row = header.newRow();
    while (rows.next(raw)) {
      if (raw.line() > header.line() && !(raw.defect() == null && raw.isBlankFrom(0))) {
        read(raw, row, reader);
      }
    }
  }

  /** The rows as they stand, for {@link RejectFile}. */
  RowSource rows() {
    return rows;
  }

  Header header() {
    return header;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    file.close();
  }

  private void read(RawRow raw, SheetRow row, Reader reader) throws IOException {
    if (isTotal(raw)) {
      reader.total(raw.line());
      return;
    }
    boolean tooFew = rows.statesEveryCell() && raw.count() < header.width();
    if (!raw.isTerminated() && (tooFew || raw.defect() != null)) {
      throw RefusedFile.truncated();
    }
    Fault defect = raw.defect();
    if (defect != null) {
      reader.faulty(raw.line(), defect);
    } else if (tooFew || (rows.statesEveryCell() && !raw.isBlankFrom(header.width()))) {
      reader.faulty(raw.line(), LineFaults.ragged());
    } else {
      fill(row, raw);
      reader.row(row);
    }
  }

  private void fill(SheetRow row, RawRow raw) {
    row.begin(raw.line());
    for (int column = 0; column < row.columns(); column++) {
      int place = header.place(column);
      if (place >= 0 && place < raw.count()) {
        row.set(column, FormulaEscape.undone(Characters.trimmed(raw.text(place))), raw.kind(place));
      }
    }
  }

  private static boolean isTotal(RawRow raw) {
    for (int place = 0; place < raw.count(); place++) {
      String text = raw.text(place);
      if (!text.isEmpty()) {
        String compact = text.length() > 12 ? text : Characters.compact(text);
        if (!compact.isEmpty()) {
          return TOTALS.contains(compact.replace(":", ""));
        }
      }
    }
    return false;
  }

  private static Table openText(FileBytes bytes, Charset charset, Layout layout)
      throws IOException {
    byte[] prefix;
    try (InputStream stream = bytes.stream()) {
      prefix = stream.readNBytes(PREFIX);
    }
    Header best = null;
    char delimiter = DELIMITERS[0];
    for (char candidate : DELIMITERS) {
      var rows = new CsvRows(new ByteArrayInputStream(prefix), charset, candidate);
      Header header = find(rows, layout);
      if (header != null && (best == null || header.matched() > best.matched())) {
        best = header;
        delimiter = candidate;
      }
    }
    Header header = required(best);
    return new Table(header, new CsvRows(bytes.stream(), charset, delimiter), () -> {});
  }

  private static Table openWorkbook(FileBytes bytes, Layout layout) throws IOException {
    var workbook = new WorkbookFile(bytes.channel());
    try {
      List<WorkbookFile.SheetPart> ours = new ArrayList<>();
      Header best = null;
      for (WorkbookFile.SheetPart sheet : workbook.sheets()) {
        try (RowSource rows = workbook.rows(sheet)) {
          Header header = find(rows, layout);
          if (header != null && (best == null || header.matched() >= best.matched())) {
            if (best == null || header.matched() > best.matched()) {
              ours.clear();
            }
            ours.add(sheet);
            best = best == null || header.matched() > best.matched() ? header : best;
          }
        }
      }
      Header header = required(best);
      if (ours.size() > 1) {
        throw severalSheets(ours);
      }
      return new Table(header, workbook.rows(ours.getFirst()), workbook);
    } catch (IOException | RuntimeException failed) {
      workbook.close();
      throw failed;
    }
  }

  private static @Nullable Header find(RowSource rows, Layout layout) throws IOException {
    Header best = null;
    var row = new RawRow();
    for (int searched = 0; searched < ROWS_TO_SEARCH && rows.next(row); searched++) {
      Header header = Header.of(layout, row);
      if (header.matched() > 0 && (best == null || header.matched() > best.matched())) {
        best = header;
      }
    }
    return best;
  }

  private static Header required(@Nullable Header header) throws RefusedFile {
    if (header == null) {
      throw new RefusedFile(
          new Refusal(
              "HEADER_NOT_FOUND",
              "前 " + ROWS_TO_SEARCH + " 行内找不到表头。请使用模板中的表头后重新上传",
              "No header was found in the first rows: use the template's"));
    }
    header.requireUsable();
    return header;
  }

  private static RefusedFile severalSheets(List<WorkbookFile.SheetPart> sheets) {
    List<String> names = sheets.stream().map(WorkbookFile.SheetPart::name).toList();
    return new RefusedFile(
        new Refusal(
            "SEVERAL_SHEETS",
            "多个工作表都有数据表头：" + String.join("、", names) + "。请合并为一个工作表，或分别上传",
            "Several sheets have the headers: "
                + String.join(", ", names)
                + ". Upload one at a time"));
  }
}
