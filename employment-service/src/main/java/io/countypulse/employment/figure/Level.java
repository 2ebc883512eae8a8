package io.countypulse.employment.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far figures are opened: per county, or per township or village within it. */
enum Level {
  COUNTY,
  TOWNSHIP,
  VILLAGE;

  /** The level of a request: {@code county}, {@code township} or {@code village}. */
  static Optional<Level> of(String text) {
    return Stream.of(values()).filter(level -> level.name().equalsIgnoreCase(text)).findFirst();
  }

  /** SQL: the columns of worker {@code w} that name a place below the county, outermost first. */
  List<String> columns() {
    return switch (this) {
      case COUNTY -> List.of("null::text", "null::text");
      case TOWNSHIP -> List.of("w.township", "null::text");
      case VILLAGE -> List.of("w.township", "w.village");
    };
  }
}
