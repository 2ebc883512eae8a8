package io.countypulse.reporting.contribution;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a record counts, day by day: the first county holds for all the past, a move from its day
 * on (DOMAIN.md § 4).
 *
 * @param stays at least one, by day
 */
public record Residence(List<Stay> stays) {

  public Residence {
    if (stays.isEmpty()) {
      throw new IllegalArgumentException("a record counts somewhere");
    }
    stays = InOrder.of(stays, Comparator.comparingInt(Stay::from));
  }

  /** Always in one county. */
  public static Residence in(String county) {
    return new Residence(List.of(new Stay(Entity.FIRST_DAY, county)));
  }

  String countyOn(int day) {
    for (int i = stays.size() - 1; i > 0; i--) {
      if (stays.get(i).from() <= day) {
        return stays.get(i).county();
      }
    }
    return stays.getFirst().county();
  }

  /** Adds one to each county ever counted in from a day on; a county left is not forgotten. */
  void mark(Measure measure, int from, List<Contribution> to) {
    String first = countyOn(from);
    to.add(stock(measure, first, from));
    if (stays.size() > 1) {
      Set<String> seen = new HashSet<>(Set.of(first));
      for (Stay stay : stays) {
        if (stay.from() > from && seen.add(stay.county())) {
          to.add(stock(measure, stay.county(), stay.from()));
        }
      }
    }
  }

  private static Contribution stock(Measure measure, String county, int day) {
    return new Contribution(new Cell(measure, county, Cell.NO_PERIOD, day), 1);
  }
}
