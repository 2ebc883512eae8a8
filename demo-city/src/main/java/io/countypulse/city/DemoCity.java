package io.countypulse.city;

import io.countypulse.city.files.Format;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes the folder of a city, a province or a nation: units, banks, and files of invented people
 * whose figures are known (DOMAIN.md § 9, <em>The proof</em>). The same seed gives the same bytes.
 */
public final class DemoCity {

  /** The seed of the demo. */
  public static final long SEED = 20_240_610;

  private static final String USAGE =
      """
      用法 usage: --out DIR [--place kunming|linhe | --size city|province|nation]
                  [--seed N] [--format csv|gb18030|xlsx]\
      """;

  private DemoCity() {}

  /** Writes the folder of 昆明市, or of an invented province or nation, in UTF-8 CSV. */
  public static Generated generate(Path out, Size size, long seed) throws IOException {
    return generate(out, Places.of(size, seed), seed);
  }

  /** Writes the folder of any place, in UTF-8 CSV. */
  public static Generated generate(Path out, Place place, long seed) throws IOException {
    return new Generator(place, seed, Format.CSV).write(out, _ -> {});
  }

  /**
   * Writes a folder as the arguments say; exit code 2 where they are not understood, 1 where it
   * cannot be written.
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Arguments asked = Arguments.of(arguments);
      Generated made =
          new Generator(asked.toPlace(), asked.seed(), asked.format())
              .write(asked.out(), out::println);
      out.printf(
          Locale.ROOT,
          "%s %,d 人 people, %,d 行 rows, %,d MB, %.1f s, %,d 行/秒 rows/s → %s%n",
          made.place().whole().name(),
          made.people(),
          made.rows(),
          made.bytes() / 1_000_000,
          made.took().toMillis() / 1000.0,
          made.rowsPerSecond(),
          asked.out());
    } catch (IllegalArgumentException misunderstood) {
      out.println(misunderstood.getMessage());
      out.println(USAGE);
      System.exit(2);
    } catch (IOException | UncheckedIOException unwritten) {
      out.println("无法写入 cannot write: " + unwritten.getMessage());
      System.exit(1);
    }
  }
}
