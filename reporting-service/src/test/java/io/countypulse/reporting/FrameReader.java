package io.countypulse.reporting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A screen: reads a stream of server-sent events and remembers all it was shown. */
public final class FrameReader implements AutoCloseable {

  private final InputStream stream;
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final List<JsonNode> watermarks = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  public FrameReader(InputStream stream) {
    this.stream = stream;
    Thread.ofVirtual().start(this::read);
  }

  /** Every frame so far; its {@code id} is its number. */
  public List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  public JsonNode newest() {
    return frames.getLast();
  }

  public List<JsonNode> watermarks() {
    return List.copyOf(watermarks);
  }

  public boolean ended() {
    return ended;
  }

  /** A figure's value in a frame; -1 where there is none. */
  public static long value(JsonNode frame, String county, String indicator) {
    for (JsonNode figure : frame.get("figures")) {
      if (figure.get("county").asString().equals(county)
          && figure.get("indicator").asString().equals(indicator)) {
        return figure.get("value").asLong(-1);
      }
    }
    return -1;
  }

  /** The sum over all rows but the city's. */
  public static long sumOfRows(JsonNode frame, String city, String indicator) {
    long sum = 0;
    for (JsonNode figure : frame.get("figures")) {
      if (!figure.get("county").asString().equals(city)
          && figure.get("indicator").asString().equals(indicator)) {
        sum += figure.get("value").asLong(0);
      }
    }
    return sum;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          JsonNode data = JsonMapper.shared().readTree(line.substring("data: ".length()));
          (event.equals("frame") ? frames : watermarks).add(data);
        }
      }
    } catch (IOException _) {
      // the stream was closed
    }
    ended = true;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException _) {
      // as good as closed
    }
  }
}
