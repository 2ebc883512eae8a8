package io.countypulse.reporting.contribution;

import io.countypulse.platform.units.UnitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a household's small loans make of it, as their owner counts it: distinct households
 * (DOMAIN.md § 7).
 *
 * @param issued once a year
 * @param overdue each day at most once
 */
public record CreditHousehold(long version, List<Borrowed> issued, List<InArrears> overdue)
    implements Entity {

  /** The first loan of a year. */
  public record Borrowed(String year, String county, int from) {
    public Borrowed {
      requireUnit(county);
    }
  }

  /**
   * Days with overdue principal.
   *
   * @param until first epoch day without; {@link #OPEN} while it lasts
   */
  public record InArrears(String county, int from, int until) {
    /** The end of days that have none. */
    public static final int OPEN = Integer.MAX_VALUE;

    public InArrears {
      requireUnit(county);
    }
  }

  public CreditHousehold {
    issued = List.copyOf(issued);
    overdue = List.copyOf(overdue);
  }

  @Override
  public List<Contribution> contributions(int horizonYear) {
    List<Contribution> contributions = new ArrayList<>();
    for (Borrowed each : issued) {
      add(contributions, Measure.ISSUED_HOUSEHOLDS, each.county(), each.year(), each.from(), 1);
    }
    for (InArrears each : overdue) {
      addArrears(contributions, each.county(), each.from(), 1);
      if (each.until() != InArrears.OPEN) {
        addArrears(contributions, each.county(), each.until(), -1);
      }
    }
    return contributions;
  }

  private static void addArrears(List<Contribution> to, String county, int day, long amount) {
    add(to, Measure.OVERDUE_HOUSEHOLDS, county, Cell.NO_PERIOD, day, amount);
  }

  private static void add(
      List<Contribution> to, Measure measure, String county, String period, int day, long amount) {
    to.add(new Contribution(new Cell(measure, county, period, day), amount));
  }

  private static void requireUnit(String county) {
    if (!UnitCode.valid(county)) {
      throw new IllegalArgumentException("not a unit code");
    }
  }
}
