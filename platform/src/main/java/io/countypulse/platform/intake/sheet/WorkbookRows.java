package io.countypulse.platform.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The rows of a sheet. A formula's stored result is taken as it stands; nothing is ever computed.
 * Numbers come as plain decimals of the 15 digits a spreadsheet keeps, dates as {@code 2024-06-10}.
 */
final class WorkbookRows implements RowSource {

  private static final MathContext SPREADSHEET_DIGITS = new MathContext(15);
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int FIRST_CERTAIN_DAY = 61;
  private static final int LAST_DAY = 2_958_465;
  private static final int LARGEST_EXPONENT = 30;

  private final InputStream input;
  private final XMLStreamReader reader;
  private final SharedStrings strings;
  private final boolean[] dateStyles;
  private final CellText text = new CellText();
  private int line;
  private int place;

  WorkbookRows(InputStream input, SharedStrings strings, boolean[] dateStyles) throws IOException {
    this.input = input;
    this.strings = strings;
    this.dateStyles = dateStyles;
    try {
      reader = WorkbookFile.reader(input);
    } catch (XMLStreamException | RuntimeException broken) {
      throw WorkbookFile.refused(broken);
    }
  }

  @Override
  public boolean next(RawRow row) throws IOException {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        WorkbookFile.refuseDeclarations(event);
        if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("row")) {
          line = rowNumber();
          row.begin(line);
          readCells(row);
          return true;
        }
      }
      return false;
    } catch (XMLStreamException | RuntimeException broken) {
      throw WorkbookFile.refused(broken);
    }
  }

  @Override
  public boolean statesEveryCell() {
    return false;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private int rowNumber() {
    for (int attribute = 0; attribute < reader.getAttributeCount(); attribute++) {
      if (reader.getAttributeLocalName(attribute).equals("r")) {
        return Math.max(line + 1, Integer.parseInt(reader.getAttributeValue(attribute)));
      }
    }
    return line + 1;
  }

  private void readCells(RawRow row) throws XMLStreamException, IOException {
    place = -1;
    while (true) {
      int event = reader.next();
      WorkbookFile.refuseDeclarations(event);
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
        readCell(row);
      } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
        return;
      }
    }
  }

  private void readCell(RawRow row) throws XMLStreamException, IOException {
    String type = "n";
    int style = 0;
    place++;
    for (int attribute = 0; attribute < reader.getAttributeCount(); attribute++) {
      String name = reader.getAttributeLocalName(attribute);
      if (name.equals("r")) {
        place = column(reader.getAttributeValue(attribute));
      } else if (name.equals("t")) {
        type = reader.getAttributeValue(attribute);
      } else if (name.equals("s")) {
        style = Integer.parseInt(reader.getAttributeValue(attribute));
      }
    }
    while (true) {
      int event = reader.next();
      WorkbookFile.refuseDeclarations(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("v")) {
          text.readValue(reader);
          put(row, type, style);
        } else if (reader.getLocalName().equals("is")) {
          text.read(reader, "is");
          put(row, type, style);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
        return;
      }
    }
  }

  private void put(RawRow row, String type, int style) throws RefusedFile {
    if (place >= RawRow.WIDEST) {
      return;
    }
    String value = text.toString();
    switch (type) {
      case "s" -> row.put(place, strings.get(Integer.parseInt(value.strip())), CellKind.TEXT);
      case "e" -> row.put(place, value, CellKind.ERROR);
      case "n" -> number(row, value.strip(), style);
      case "d" -> row.put(place, value, CellKind.DATE);
      default -> row.put(place, value, CellKind.TEXT);
    }
  }

  private void number(RawRow row, String value, int style) {
    if (value.isEmpty()) {
      return;
    }
    String plain = plain(value);
    if (style < dateStyles.length && style >= 0 && dateStyles[style]) {
      row.put(place, date(plain), CellKind.DATE);
    } else {
      row.put(place, plain, CellKind.NUMBER);
    }
  }

  private static String date(String number) {
    double day = Double.parseDouble(number);
    return day >= FIRST_CERTAIN_DAY && day <= LAST_DAY
        ? DAY_ZERO.plusDays((long) day).toString()
        : number;
  }

  private static String plain(String value) {
    if (isShortInteger(value)) {
      return value;
    }
    BigDecimal number = new BigDecimal(value);
    return Math.abs((long) number.scale()) > LARGEST_EXPONENT
        ? value
        : number.round(SPREADSHEET_DIGITS).stripTrailingZeros().toPlainString();
  }

  private static boolean isShortInteger(String value) {
    if (value.length() > SPREADSHEET_DIGITS.getPrecision()) {
      return false;
    }
    for (int at = 0; at < value.length(); at++) {
      if (value.charAt(at) < '0' || value.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The column of {@code AB12}, from 0. */
  private static int column(String reference) {
    int column = 0;
    for (int at = 0; at < reference.length() && reference.charAt(at) >= 'A'; at++) {
      column = column * 26 + reference.charAt(at) - 'A' + 1;
      if (column > RawRow.WIDEST) {
        return RawRow.WIDEST;
      }
    }
    return column - 1;
  }
}
