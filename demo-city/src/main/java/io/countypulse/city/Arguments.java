package io.countypulse.city;

import io.countypulse.city.files.Format;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The command line, understood. */
record Arguments(Path out, String place, Size size, long seed, Format format) {

  private static final Set<String> NAMES =
      Set.of("--out", "--place", "--size", "--seed", "--format");

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  static Arguments of(String... words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      if (!NAMES.contains(words[i]) || i + 1 == words.length) {
        throw new IllegalArgumentException("参数有误 not understood: " + words[i]);
      }
      given.put(words[i], words[i + 1]);
    }
    String out = given.get("--out");
    if (out == null) {
      throw new IllegalArgumentException("缺少 missing: --out");
    }
    return new Arguments(
        Path.of(out),
        given.getOrDefault("--place", "kunming"),
        Size.valueOf(given.getOrDefault("--size", "city").toUpperCase(Locale.ROOT)),
        Long.parseLong(given.getOrDefault("--seed", Long.toString(DemoCity.SEED))),
        Format.valueOf(given.getOrDefault("--format", "csv").toUpperCase(Locale.ROOT)));
  }

  Place toPlace() {
    return size == Size.CITY ? Places.named(place) : Places.of(size, seed);
  }
}
