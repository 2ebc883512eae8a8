package io.countypulse.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The demo city, generated once for the tests that only read it. */
final class Kunming {

  static final Place PLACE = Places.kunming();

  private Kunming() {}

  static Generated made() {
    return Once.MADE;
  }

  static Path directory() {
    return Once.DIRECTORY;
  }

  private static final class Once {

    private static final Path DIRECTORY = temporary();
    private static final Generated MADE = generate();

    private static Path temporary() {
      try {
        Path directory = Files.createTempDirectory("kunming");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
        return directory;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static Generated generate() {
      try {
        return DemoCity.generate(DIRECTORY, Size.CITY, DemoCity.SEED);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void delete(Path directory) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException left) {
        throw new UncheckedIOException(left);
      }
    }
  }
}
