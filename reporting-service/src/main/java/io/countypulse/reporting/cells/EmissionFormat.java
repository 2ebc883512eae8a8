package io.countypulse.reporting.cells;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Emissions as compact JSON: {@code {"generation","topic","partition","complete",
 * "recordedThrough"?,"newestRecord"?,"series":[{"county","measure","period","cells":[day, amount,
 * day, amount …]}]}}. Unknown fields are ignored.
 */
public final class EmissionFormat {

  private static final JsonFactory JSON = new JsonFactory();

  private EmissionFormat() {}

  /** The bytes of an emission. */
  public static byte[] write(Emission emission) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("generation", emission.generation());
      json.writeStringProperty("topic", emission.topic());
      json.writeNumberProperty("partition", emission.partition());
      json.writeBooleanProperty("complete", emission.complete());
      writeInstant(json, "recordedThrough", emission.recordedThrough());
      writeInstant(json, "newestRecord", emission.newestRecord());
      json.writeArrayPropertyStart("series");
      emission.series().forEach(series -> writeSeries(json, series));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void writeInstant(JsonGenerator json, String name, @Nullable Instant instant) {
    if (instant != null) {
      json.writeStringProperty(name, instant.toString());
    }
  }

  private static void writeSeries(JsonGenerator json, SeriesCells series) {
    json.writeStartObject();
    json.writeStringProperty("county", series.name().county());
    json.writeStringProperty("measure", series.name().measure());
    json.writeStringProperty("period", series.name().period());
    json.writeArrayPropertyStart("cells");
    for (int i = 0; i < series.size(); i++) {
      json.writeNumber(series.day(i));
      json.writeNumber(series.amount(i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * The emission in these bytes.
   *
   * @throws StreamReadException (or another Jackson exception) if the bytes are no emission
   */
  public static Emission read(byte[] bytes) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      return readEmission(json);
    }
  }

  private static Emission readEmission(JsonParser json) {
    String generation = "";
    String topic = "";
    int partition = -1;
    boolean complete = false;
    Instant recordedThrough = null;
    Instant newestRecord = null;
    List<SeriesCells> series = new ArrayList<>();
    expect(json, JsonToken.START_OBJECT);
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "generation" -> generation = json.getString();
        case "topic" -> topic = json.getString();
        case "partition" -> partition = json.getIntValue();
        case "complete" -> complete = json.getBooleanValue();
        case "recordedThrough" -> recordedThrough = Instant.parse(json.getString());
        case "newestRecord" -> newestRecord = Instant.parse(json.getString());
        case "series" -> {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            series.add(readSeries(json));
          }
        }
        default -> json.skipChildren();
      }
    }
    return new Emission(
        generation, topic, partition, complete, recordedThrough, newestRecord, series);
  }

  private static SeriesCells readSeries(JsonParser json) {
    String county = "";
    String measure = "";
    String period = "";
    Cells cells = new Cells();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "county" -> county = json.getString();
        case "measure" -> measure = json.getString();
        case "period" -> period = json.getString();
        case "cells" -> cells.read(json);
        default -> json.skipChildren();
      }
    }
    return cells.of(new SeriesName(county, measure, period));
  }

  private static void expect(JsonParser json, JsonToken token) {
    if (json.nextToken() != token) {
      throw new StreamReadException(json, "no emission");
    }
  }

  private static final class Cells {
    private int[] days = new int[16];
    private long[] amounts = new long[16];
    private int size;

    void read(JsonParser json) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (size == days.length) {
          days = Arrays.copyOf(days, 2 * size);
          amounts = Arrays.copyOf(amounts, 2 * size);
        }
        days[size] = json.getIntValue();
        json.nextToken();
        amounts[size++] = json.getLongValue();
      }
    }

    SeriesCells of(SeriesName name) {
      return new SeriesCells(name, Arrays.copyOf(days, size), Arrays.copyOf(amounts, size));
    }
  }
}
