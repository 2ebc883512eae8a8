package io.countypulse.reporting.figure;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Figures as JSON on one line: counts as numbers, money and rates as strings with two decimals,
 * never binary fractions.
 */
public final class FigureFormat {

  private static final JsonFactory JSON = new JsonFactory();

  private FigureFormat() {}

  /**
   * {@code {"asOf","frame","recordedThrough","newestRecord","stale","departments":[…],
   * "figures":[{"county","name","indicator","period","state","value","previous","changeOnMonth",
   * "rank","share"}]}}.
   */
  public static byte[] frame(
      LocalDate asOf, Snapshot snapshot, Timeliness timeliness, List<Figure> figures) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("asOf", asOf.toString());
      freshness(json, snapshot, timeliness);
      json.writeArrayPropertyStart("figures");
      figures.forEach(figure -> figure(json, figure));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * {@code {"frame","recordedThrough","newestRecord","stale","departments":[{"department",
   * "recordedThrough","stale"}]}}.
   */
  public static byte[] watermark(Snapshot snapshot, Timeliness timeliness) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      freshness(json, snapshot, timeliness);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void freshness(JsonGenerator json, Snapshot snapshot, Timeliness timeliness) {
    json.writeNumberProperty("frame", snapshot.frame());
    text(json, "recordedThrough", snapshot.freshness().recordedThrough());
    text(json, "newestRecord", snapshot.freshness().newestRecord());
    json.writeBooleanProperty("stale", timeliness.stale());
    json.writeArrayPropertyStart("departments");
    timeliness.departments().forEach(each -> department(json, each));
    json.writeEndArray();
  }

  private static void department(JsonGenerator json, Timeliness.Department department) {
    json.writeStartObject();
    json.writeStringProperty("department", department.department());
    text(json, "recordedThrough", department.recordedThrough());
    json.writeBooleanProperty("stale", department.stale());
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, Figure figure) {
    json.writeStartObject();
    json.writeStringProperty("county", figure.unit().code().value());
    json.writeStringProperty("name", figure.unit().name());
    json.writeStringProperty("indicator", figure.indicator().code());
    text(json, "period", figure.period());
    json.writeStringProperty("state", figure.state().name());
    quantity(json, "value", figure, figure.value());
    quantity(json, "previous", figure, figure.previous());
    quantity(json, "changeOnMonth", figure, figure.changeOnMonth());
    json.writeName("rank");
    if (figure.rank() == null) {
      json.writeNull();
    } else {
      json.writeNumber(figure.rank());
    }
    text(json, "share", figure.share());
    json.writeEndObject();
  }

  private static void quantity(
      JsonGenerator json, String name, Figure figure, @Nullable BigDecimal quantity) {
    if (quantity == null || figure.indicator().quantity().decimals() > 0) {
      text(json, name, quantity);
    } else {
      json.writeName(name);
      json.writeNumber(quantity);
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    json.writeName(name);
    switch (value) {
      case null -> json.writeNull();
      case BigDecimal decimal -> json.writeString(decimal.toPlainString());
      case Instant instant -> json.writeString(instant.toString());
      default -> json.writeString(value.toString());
    }
  }
}
