package io.countypulse.reporting.risk;

/** How grave a household's risk is; I is the highest (DOMAIN.md § 8). */
public enum Level {
  I(1),
  II(2),
  III(3),
  IV(4);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  /** As the database keeps it: 1 to 4. */
  int number() {
    return number;
  }

  static Level of(int number) {
    for (Level level : values()) {
      if (level.number == number) {
        return level;
      }
    }
    throw new IllegalArgumentException("there is no level " + number);
  }
}
