package io.countypulse.local.city;

import io.countypulse.local.Refusal;
import io.countypulse.local.parts.Part;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.OwnerOnly;
import io.countypulse.local.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The city of a state folder, and what became of its files.
 *
 * @param directory the folder with {@code units.csv} and {@code city.json}, absolute
 * @param loaded status of each file handed in, by file name
 */
public record City(String directory, Map<String, String> loaded) {
  private static final Duration GENERATION = Duration.ofMinutes(30);

  public City {
    loaded = Map.copyOf(loaded);
  }

  /**
   * The city the state was made with; on the first run the wanted one, else the demo city.
   *
   * @throws Refusal if the state holds another city, or the folder is none
   */
  public static City of(StateFolder state, @Nullable Path wanted) {
    if (!Files.exists(state.city())) {
      Path directory = wanted != null ? wanted : state.demoCity();
      if (wanted != null) {
        requireCity(directory);
      }
      return new City(directory.toString(), Map.of());
    }
    City known = JsonMapper.shared().readValue(state.city().toFile(), City.class);
    if (wanted != null && !wanted.toString().equals(known.directory())) {
      throw new Refusal(
          "此状态目录属于另一城市（" + known.directory() + "），请用 --state 另指定目录。",
          "This state belongs to another city ("
              + known.directory()
              + "); choose another --state.");
    }
    if (!known.directory().equals(state.demoCity().toString())) {
      requireCity(Path.of(known.directory()));
    }
    return known;
  }

  public Path path() {
    return Path.of(directory);
  }

  /** Generates the demo city if that is what this is and it is not there yet. */
  public void generate(StateFolder state) {
    if (!path().equals(state.demoCity()) || Files.exists(path().resolve("city.json"))) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(new Mark(state, "demo-city").jvmOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.countypulse.city.DemoCity", "--out", directory));
    Part.start("demo-city", command, state.log("demo-city")).run(GENERATION);
  }

  /** Remembers what became of a file. */
  public City with(StateFolder state, String file, String status) {
    Map<String, String> more = new TreeMap<>(loaded);
    more.put(file, status);
    City city = new City(directory, more);
    city.record(state);
    return city;
  }

  public void record(StateFolder state) {
    OwnerOnly.write(state.city(), JsonMapper.shared().writeValueAsString(this));
  }

  private static void requireCity(Path directory) {
    for (String file : List.of("units.csv", "city.json")) {
      if (!Files.exists(directory.resolve(file))) {
        throw new Refusal(
            "城市目录 " + directory + " 缺少 " + file + "。",
            "The city folder " + directory + " has no " + file + ".");
      }
    }
  }
}
