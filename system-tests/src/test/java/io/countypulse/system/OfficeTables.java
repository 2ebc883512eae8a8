package io.countypulse.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Tables as whoever opens the file reads them: rows of texts. */
final class OfficeTables {
  private OfficeTables() {}

  /** The tables of a .docx, in their order. */
  static List<List<List<String>>> ofWord(byte[] file) {
    return elements(part(parts(file), "word/document.xml"), "w:tbl")
        .map(
            table ->
                elements(table, "w:tr")
                    .map(row -> elements(row, "w:tc").map(Element::getTextContent).toList())
                    .toList())
        .toList();
  }

  /** The sheets of an .xlsx, in their order, numbers as {@link #plain}. */
  static List<List<List<String>>> ofWorkbook(byte[] file) {
    Map<String, Document> parts = parts(file);
    List<String> shared =
        elements(part(parts, "xl/sharedStrings.xml"), "si").map(Element::getTextContent).toList();
    List<List<List<String>>> sheets = new ArrayList<>();
    for (int number = 1; parts.containsKey("xl/worksheets/sheet" + number + ".xml"); number++) {
      Element sheet = part(parts, "xl/worksheets/sheet" + number + ".xml");
      sheets.add(
          elements(sheet, "row")
              .map(row -> elements(row, "c").map(cell -> text(cell, shared)).toList())
              .toList());
    }
    return sheets;
  }

  private static String text(Element cell, List<String> shared) {
    String text = cell.getTextContent();
    return switch (cell.getAttribute("t")) {
      case "s" -> shared.get(Integer.parseInt(text));
      case "inlineStr", "str" -> text;
      default -> text.isEmpty() ? text : plain(text);
    };
  }

  /** A number without sign of rise or needless zeros: +5.10 is 5.1; other text as it is. */
  static String plain(String text) {
    String ascii = text.replace('−', '-').replace("+", "");
    if (!ascii.matches("-?\\d+(\\.\\d+)?")) {
      return text;
    }
    BigDecimal number = new BigDecimal(ascii);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Stream<Element> elements(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
  }

  private static Element part(Map<String, Document> parts, String name) {
    return Objects.requireNonNull(parts.get(name), name).getDocumentElement();
  }

  private static Map<String, Document> parts(byte[] file) {
    Map<String, Document> parts = new TreeMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".xml")) {
          parts.put(entry.getName(), builder.parse(new ByteArrayInputStream(zip.readAllBytes())));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ParserConfigurationException | SAXException malformed) {
      throw new IllegalStateException(malformed);
    }
    return parts;
  }
}
