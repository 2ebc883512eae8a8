package io.countypulse.platform.intake.sheet;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a rich-text element: all its {@code t}, without the phonetic guides. */
final class CellText {

  /** A spreadsheet cell holds 32,767 characters at most. */
  static final int LONGEST = 32_767;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final StringBuilder text = new StringBuilder();

  /** Reads up to the end of {@code element}, at whose start the reader stands. */
  void read(XMLStreamReader reader, String element) throws XMLStreamException, RefusedFile {
    text.setLength(0);
    int phonetic = 0;
    boolean inText = false;
    while (true) {
      int event = reader.next();
      WorkbookFile.refuseDeclarations(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        inText = reader.getLocalName().equals("t");
        phonetic += reader.getLocalName().equals("rPh") ? 1 : 0;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (reader.getLocalName().equals(element)) {
          return;
        }
        inText = false;
        phonetic -= reader.getLocalName().equals("rPh") ? 1 : 0;
      } else if (inText && phonetic == 0) {
        append(reader, event);
      }
    }
  }

  /** Reads a {@code v}, at whose start the reader stands. */
  void readValue(XMLStreamReader reader) throws XMLStreamException, RefusedFile {
    text.setLength(0);
    while (true) {
      int event = reader.next();
      WorkbookFile.refuseDeclarations(event);
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      append(reader, event);
    }
  }

  private void append(XMLStreamReader reader, int event) throws RefusedFile {
    if (event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE) {
      text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      if (text.length() > LONGEST) {
        throw RefusedFile.tooLarge();
      }
    }
  }

  /**
   * With {@code _x000D_} and the like as the characters they stand for (ECMA-376 part 1,
   * 22.9.2.19).
   */
  @Override
  public String toString() {
    String plain = text.toString();
    return plain.contains("_x") ? ESCAPED.matcher(plain).replaceAll(CellText::character) : plain;
  }

  private static String character(MatchResult escaped) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
  }
}
