package io.countypulse.platform.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files made in code, and what is read from them. */
final class Sheets {

  /** Columns enough to try everything. */
  enum Field implements Column {
    COUNTY("县（市）区"),
    CODE("人编号"),
    NAME("姓名"),
    START("开始日期"),
    WAGE("月工资");

    private final String header;

    Field(String header) {
      this.header = header;
    }

    @Override
    public String header() {
      return header;
    }

    @Override
    public List<String> aliases() {
      return this == NAME ? List.of("名字") : List.of();
    }

    @Override
    public boolean required() {
      return this != WAGE;
    }
  }

  static final Layout LAYOUT = Layout.of(Field.values());
  static final String HEADER = "县（市）区,人编号,姓名,开始日期,月工资\n";

  private Sheets() {}

  /** A file in memory. */
  static final class Bytes implements FileBytes {
    private final byte[] content;

    Bytes(byte[] content) {
      this.content = content;
    }

    @Override
    public InputStream stream() {
      return new ByteArrayInputStream(content);
    }

    @Override
    public SeekableByteChannel channel() {
      return new SeekableInMemoryByteChannel(content);
    }
  }

  /** What a reader was told, in order. */
  static final class Transcript implements Table.Reader {
    final List<String> lines = new ArrayList<>();

    @Override
    public void row(SheetRow row) {
      List<String> cells = new ArrayList<>();
      for (Field field : Field.values()) {
        cells.add(row.text(field));
      }
      lines.add(row.line() + " " + String.join("|", cells));
    }

    @Override
    public void faulty(int line, Fault fault) {
      lines.add(line + " " + fault.code());
    }

    @Override
    public void total(int line) {
      lines.add(line + " TOTAL");
    }
  }

  /** A row with one cell that is not blank. */
  static SheetRow row(Column field, String text, CellKind kind) {
    var row = new SheetRow(LAYOUT.columns().size());
    row.set(field.ordinal(), Characters.trimmed(text), kind);
    return row;
  }

  /** The value as text, {@code blank}, or the code of the fault. */
  static String outcome(Parsed<?> parsed) {
    return switch (parsed) {
      case Parsed.Value<?>(var value) -> value.toString();
      case Parsed.Blank<?> _ -> "blank";
      case Parsed.Wrong<?>(Fault fault) -> fault.code();
    };
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static FileFormat format(byte[] content) {
    var detector = new FormatDetector();
    for (int offset = 0; offset < content.length; offset += 1000) {
      detector.update(content, offset, Math.min(1000, content.length - offset));
    }
    return detector.format();
  }

  static List<String> read(byte[] content) {
    var transcript = new Transcript();
    try (Table table = Table.open(new Bytes(content), format(content), LAYOUT)) {
      table.forEach(transcript);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    return transcript.lines;
  }

  /** The code with which a file is refused; the rows read before do not count. */
  static String refusal(byte[] content) {
    try (Table table = Table.open(new Bytes(content), format(content), LAYOUT)) {
      table.forEach(new Transcript());
    } catch (RefusedFile refused) {
      return refused.refusal().code();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return "taken";
  }

  static byte[] workbook(Consumer<Worksheet> content) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      content.accept(workbook.newWorksheet("表"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static byte[] workbook(List<List<String>> rows) {
    return workbook(
        sheet -> {
          for (int row = 0; row < rows.size(); row++) {
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
              sheet.value(row, cell, rows.get(row).get(cell));
            }
          }
        });
  }
}
