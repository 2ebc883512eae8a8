package io.countypulse.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The event contracts: {@code contracts/<topic>/schema.json} and the golden messages beside it. */
public final class Contracts {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /**
   * What is wrong with this event of the topic, one sentence each; nothing if it keeps to the
   * schema.
   */
  public static List<String> violations(String topic, String event) {
    Schema schema = SCHEMAS.getSchema(read(topic, "schema.json"), InputFormat.JSON);
    return schema.validate(event, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** The golden messages of the topic by file name (date and story), oldest first. */
  public static SortedMap<String, String> golden(String topic) {
    SortedMap<String, String> messages = new TreeMap<>();
    for (String file : files(topic)) {
      if (file.endsWith(".json") && !file.equals("schema.json")) {
        messages.put(file, read(topic, file));
      }
    }
    return messages;
  }

  private static String read(String topic, String file) {
    try (InputStream stream = resource(topic + "/" + file).openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files(String topic) {
    try {
      URI uri = resource(topic + "/schema.json").toURI();
      if (!uri.getScheme().equals("jar")) {
        return list(Path.of(uri).resolveSibling(""));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return list(jar.getPath("contracts", topic));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static URL resource(String path) {
    URL found = Contracts.class.getResource("/contracts/" + path);
    if (found == null) {
      throw new IllegalArgumentException("no contract " + path);
    }
    return found;
  }
}
