package io.countypulse.system;

import io.countypulse.testing.PulseApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reader of the live stream that keeps every frame it was sent. */
final class Frames implements AutoCloseable {
  private final InputStream stream;
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();

  private Frames(InputStream stream) {
    this.stream = stream;
  }

  static Frames open(PulseApi api, String query) {
    var frames = new Frames(api.stream(query));
    Thread.ofVirtual().start(frames::read);
    return frames;
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:") && event.equals("frame")) {
          frames.add(JsonMapper.shared().readTree(line.substring("data:".length())));
        }
      }
    } catch (IOException closed) {
      // The test has seen enough and closed the stream.
    }
  }

  List<JsonNode> all() {
    return frames;
  }

  JsonNode last() {
    return frames.getLast();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
