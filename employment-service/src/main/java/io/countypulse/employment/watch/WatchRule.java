package io.countypulse.employment.watch;

import io.countypulse.employment.vocabulary.Labour;
import java.math.BigDecimal;
import java.util.Set;

/** Who is watched (DOMAIN.md § 4). */
final class WatchRule {

  /** Yuan a head and year, of the household's net income in the latest year told; below it. */
  static final BigDecimal INCOME_PER_HEAD = BigDecimal.valueOf(10_000);

  /** Those who cannot work are not asked why they do not. */
  static final Set<Labour> UNABLE = Set.of(Labour.LOST, Labour.NONE);

  private WatchRule() {}
}
