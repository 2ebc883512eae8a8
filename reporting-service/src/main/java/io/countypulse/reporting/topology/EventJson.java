package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads event bodies token by token; unknown fields are passed over. What does not have the
 * contract's shape throws an exception of Jackson, of {@code java.time}, or {@link
 * IllegalArgumentException}.
 */
final class EventJson {

  private static final JsonFactory JSON = new JsonFactory();

  /** Takes one field; the parser stands on the first token of its value. */
  @FunctionalInterface
  interface Fields {
    void read(String name, JsonParser value);
  }

  private EventJson() {}

  static void read(byte[] json, Fields fields) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      readObject(parser, fields);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than one value");
      }
    }
  }

  static void readObject(JsonParser parser, Fields fields) {
    expect(parser, JsonToken.START_OBJECT);
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      fields.read(name, parser);
      parser.skipChildren();
    }
  }

  /** Runs once for each element, the parser standing on its first token. */
  static void readArray(JsonParser parser, Runnable element) {
    expect(parser, JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  static String text(JsonParser value) {
    expect(value, JsonToken.VALUE_STRING);
    return value.getString();
  }

  /** An amount {@code "48000.00"} in the smallest parts of its quantity, exactly. */
  static long amount(JsonParser value, Quantity quantity) {
    return new BigDecimal(text(value)).movePointRight(quantity.decimals()).longValueExact();
  }

  /** A date {@code 2024-06-10} as epoch day, without the objects a formatter would make. */
  static int day(JsonParser value) {
    expect(value, JsonToken.VALUE_STRING);
    char[] text = value.getStringCharacters();
    int at = value.getStringOffset();
    if (value.getStringLength() != 10 || text[at + 4] != '-' || text[at + 7] != '-') {
      throw new IllegalArgumentException("not a date");
    }
    int year = 100 * twoDigits(text, at) + twoDigits(text, at + 2);
    return (int) LocalDate.of(year, twoDigits(text, at + 5), twoDigits(text, at + 8)).toEpochDay();
  }

  private static int twoDigits(char[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw new IllegalArgumentException("not a date");
    }
    return 10 * tens + ones;
  }

  private static void expect(JsonParser parser, JsonToken token) {
    if (parser.currentToken() != token) {
      throw new IllegalArgumentException("not the contract's shape");
    }
  }
}
