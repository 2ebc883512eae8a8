package io.countypulse.city.subsidy;

import java.util.List;

/** What a place's subsidies must add up to on the business date, unit by unit. */
public record Subsidies(List<Schooling> schooling, List<Travel> travel, List<Calling> calling) {

  /** Of a place whose tables say nothing of them. */
  public static final Subsidies NONE = new Subsidies(List.of(), List.of(), List.of());

  public Subsidies {
    schooling = List.copyOf(schooling);
    travel = List.copyOf(travel);
    calling = List.copyOf(calling);
  }

  public boolean isEmpty() {
    return schooling.isEmpty() && travel.isEmpty() && calling.isEmpty();
  }
}
