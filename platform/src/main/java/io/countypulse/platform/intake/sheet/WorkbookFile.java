package io.countypulse.platform.intake.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An .xlsx (ECMA-376) read from any channel, part by part, each part bounded. Macros, other zips,
 * DTDs and the 1904 date system are refused. The ready-made reader needs the whole file in memory
 * or on disk and bounds nothing, hence ours.
 */
final class WorkbookFile implements Closeable {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final XMLInputFactory XML = xml();

  /** A visible sheet. */
  record SheetPart(String name, String path) {}

  private final ZipFile zip;
  private final List<SheetPart> sheets;
  private final boolean[] dateStyles;
  private final SharedStrings strings;

  WorkbookFile(SeekableByteChannel channel) throws IOException {
    zip = open(channel);
    try {
      refuseWhatIsNoPlainWorkbook();
      sheets = readSheets(readRelations());
      dateStyles = zip.getEntry("xl/styles.xml") == null ? new boolean[0] : readDateStyles();
      strings =
          zip.getEntry("xl/sharedStrings.xml") == null
              ? new SharedStrings()
              : readStrings("xl/sharedStrings.xml");
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw failed;
    }
  }

  List<SheetPart> sheets() {
    return sheets;
  }

  RowSource rows(SheetPart sheet) throws IOException {
    return new WorkbookRows(open(sheet.path()), strings, dateStyles);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Whatever goes wrong in the XML means a damaged file, unless a bound was hit beneath it. */
  static RefusedFile refused(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedFile refused) {
        return refused;
      }
      if (cause instanceof XMLStreamException xml
          && xml.getNestedException() instanceof RefusedFile refused) {
        return refused;
      }
    }
    return RefusedFile.damaged();
  }

  private static ZipFile open(SeekableByteChannel channel) throws IOException {
    ZipDirectory.requireModest(channel);
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException broken) {
      throw RefusedFile.damaged();
    }
  }

  private void refuseWhatIsNoPlainWorkbook() throws RefusedFile {
    if (zip.getEntry("xl/vbaProject.bin") != null) {
      throw new RefusedFile(
          new Refusal(
              "FILE_WITH_MACROS",
              "工作簿含有宏，已拒绝。请另存为不含宏的 .xlsx 后重新上传",
              "The workbook holds macros: save it as .xlsx without macros"));
    }
    if (zip.getEntry(WORKBOOK) == null) {
      throw new RefusedFile(
          new Refusal(
              "FILE_NO_WORKBOOK",
              "这不是 .xlsx 工作簿（可能是压缩包、.xlsb、.ods 或文档）。请解压，或另存为 .xlsx 后重新上传",
              "Not an .xlsx workbook but perhaps an archive, .xlsb, .ods or document: unpack it or save it as .xlsx"));
    }
  }

  private Map<String, String> readRelations() throws IOException {
    Map<String, String> targets = new HashMap<>();
    eachElement(
        "xl/_rels/workbook.xml.rels",
        reader -> {
          if (reader.getLocalName().equals("Relationship")) {
            String target = attribute(reader, "Target").orElse("");
            targets.put(
                attribute(reader, "Id").orElse(""),
                target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        });
    return targets;
  }

  private List<SheetPart> readSheets(Map<String, String> targets) throws IOException {
    List<SheetPart> found = new ArrayList<>();
    eachElement(
        WORKBOOK,
        reader -> {
          if (reader.getLocalName().equals("workbookPr") && isTrue(reader, "date1904")) {
            throw new RefusedFile(
                new Refusal(
                    "FILE_DATES_FROM_1904",
                    "工作簿使用 1904 日期系统，日期会相差四年。请在选项中取消“使用 1904 日期系统”，核对日期后重新上传",
                    "The workbook counts dates from 1904: switch that option off, check the dates, upload it again"));
          }
          if (reader.getLocalName().equals("sheet")
              && attribute(reader, "state").orElse("visible").equals("visible")) {
            String path = targets.getOrDefault(attribute(reader, "id").orElse(""), "");
            if (zip.getEntry(path) != null) {
              found.add(new SheetPart(attribute(reader, "name").orElse(""), path));
            }
          }
        });
    return found;
  }

  private boolean[] readDateStyles() throws IOException {
    var formats = new CellFormats();
    eachElement(
        "xl/styles.xml",
        reader -> {
          switch (reader.getLocalName()) {
            case "numFmt" ->
                formats.define(
                    number(attribute(reader, "numFmtId")),
                    attribute(reader, "formatCode").orElse(""));
            case "cellXfs" -> formats.beginCells();
            case "cellStyles" -> formats.endCells();
            case "xf" -> formats.cell(number(attribute(reader, "numFmtId")));
            default -> {}
          }
        });
    return formats.dates();
  }

  private SharedStrings readStrings(String path) throws IOException {
    var table = new SharedStrings();
    try (InputStream input = open(path)) {
      XMLStreamReader reader = XML.createXMLStreamReader(input, "UTF-8");
      var text = new CellText();
      while (reader.hasNext()) {
        int event = reader.next();
        refuseDeclarations(event);
        if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("si")) {
          text.read(reader, "si");
          table.add(text.toString());
        }
      }
      return table;
    } catch (XMLStreamException | RuntimeException broken) {
      throw refused(broken);
    }
  }

  private interface ElementReader {
    void read(XMLStreamReader reader) throws IOException;
  }

  private void eachElement(String path, ElementReader elements) throws IOException {
    try (InputStream input = open(path)) {
      XMLStreamReader reader = XML.createXMLStreamReader(input, "UTF-8");
      while (reader.hasNext()) {
        int event = reader.next();
        refuseDeclarations(event);
        if (event == XMLStreamConstants.START_ELEMENT) {
          elements.read(reader);
        }
      }
    } catch (XMLStreamException | RuntimeException broken) {
      throw refused(broken);
    }
  }

  private InputStream open(String path) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(path);
    if (entry == null || !zip.canReadEntryData(entry)) {
      throw RefusedFile.damaged();
    }
    return new BoundedPart(zip.getInputStream(entry), entry);
  }

  static XMLStreamReader reader(InputStream input) throws XMLStreamException {
    return XML.createXMLStreamReader(input, "UTF-8");
  }

  static void refuseDeclarations(int event) throws RefusedFile {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw RefusedFile.unsafeXml();
    }
  }

  static Optional<String> attribute(XMLStreamReader reader, String name) {
    for (int place = 0; place < reader.getAttributeCount(); place++) {
      if (reader.getAttributeLocalName(place).equals(name)
          && !(name.equals("id") && reader.getAttributePrefix(place).isEmpty())) {
        return Optional.of(reader.getAttributeValue(place));
      }
    }
    return Optional.empty();
  }

  private static boolean isTrue(XMLStreamReader reader, String name) {
    return attribute(reader, name)
        .filter(value -> value.equals("1") || value.equals("true"))
        .isPresent();
  }

  private static int number(Optional<String> value) {
    return value.filter(text -> text.matches("\\d{1,6}")).map(Integer::parseInt).orElse(0);
  }

  private static XMLInputFactory xml() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
