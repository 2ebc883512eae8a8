package io.countypulse.platform.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever stands in a table, it reads the same as CSV in any coding, as a workbook, and as it was
 * meant.
 */
class SameRowsProperty {

  private static final List<String> HEADERS = List.of("县（市）区", "人编号", "姓名", "开始日期", "月工资");

  @Property(tries = 100)
  void everyFormReadsTheSameRows(
      @ForAll("tables") List<List<String>> rows,
      @ForAll boolean windows,
      @ForAll boolean alwaysQuoted) {
    List<List<String>> table = new ArrayList<>();
    table.add(HEADERS);
    table.addAll(rows);
    String csv = csv(table, windows, alwaysQuoted);

    List<String> meant = meant(rows);
    assertThat(texts(Sheets.utf8(csv))).isEqualTo(meant);
    assertThat(texts(Sheets.utf8("\ufeff" + csv))).isEqualTo(meant);
    assertThat(texts(csv.getBytes(Charset.forName("GB18030")))).isEqualTo(meant);
    assertThat(texts(Sheets.workbook(table))).isEqualTo(meant);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.frequencyOf(
            Tuple.of(
                5, Arbitraries.strings().withChars("盘龙区李四，。·0123456789abcX -/.").ofMaxLength(12)),
            Tuple.of(2, Arbitraries.strings().withChars(",;\"'\n\t =+@（）　\u200b国㐂").ofMaxLength(8)),
            Tuple.of(1, Arbitraries.of("", "\ud840\udc00", "合计", "=1+1", "'=x", "2024-06-01")));
    return cell.list().ofSize(HEADERS.size()).list().ofMaxSize(30);
  }

  private static List<String> meant(List<List<String>> rows) {
    List<String> meant = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = row.stream().map(Characters::trimmed).toList();
      String first = cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
      if (List.of("合计", "合计:").contains(Characters.compact(first))) {
        meant.add("TOTAL");
      } else if (!first.isEmpty()) {
        meant.add(String.join("|", cells.stream().map(FormulaEscape::undone).toList()));
      }
    }
    return meant;
  }

  /** Without line numbers: a spreadsheet counts rows, a text its lines. */
  private static List<String> texts(byte[] content) {
    return Sheets.read(content).stream()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  private static String csv(List<List<String>> table, boolean windows, boolean alwaysQuoted) {
    var text = new StringWriter();
    var builder =
        CsvWriter.builder().lineDelimiter(windows ? LineDelimiter.CRLF : LineDelimiter.LF);
    if (alwaysQuoted) {
      builder.quoteStrategy(QuoteStrategies.ALWAYS);
    }
    try (CsvWriter writer = builder.build(text)) {
      table.forEach(writer::writeRecord);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
