package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.ranking.Discipline;
import io.countypulse.reporting.ranking.Ranking;
import io.countypulse.reporting.ranking.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's place as a bulletin keeps it.
 *
 * @param discipline name of a {@link Discipline}, or {@code OVERALL}
 */
record Ranked(
    String discipline,
    String county,
    String name,
    BigDecimal value,
    int rank,
    @Nullable Integer rankBefore,
    boolean interview,
    boolean twice) {

  static final String OVERALL = "OVERALL";

  static List<Ranked> all(Ranking ranking) {
    List<Ranked> all = new ArrayList<>();
    ranking
        .disciplines()
        .forEach((discipline, places) -> places.forEach(p -> all.add(of(discipline.name(), p))));
    ranking.overall().forEach(place -> all.add(of(OVERALL, place)));
    return List.copyOf(all);
  }

  private static Ranked of(String discipline, Standing place) {
    return new Ranked(
        discipline,
        place.county().value(),
        place.name(),
        place.value(),
        place.rank(),
        place.rankBefore(),
        place.interview(),
        place.twice());
  }
}
