package io.countypulse.city;

import io.countypulse.city.people.Headcount;
import java.util.ArrayList;
import java.util.List;

/**
 * Units that share a file, so that a register of any size is written in files of bearable size.
 *
 * @param number from 1
 * @param first the number, in the whole place, of the part's first person
 */
record Part(int number, long first, List<Headcount> units) {

  Part {
    units = List.copyOf(units);
  }

  int people() {
    return units.stream().mapToInt(Headcount::people).sum();
  }

  /** Cuts a plan into parts of at most so many people; a unit is never cut. */
  static List<Part> cut(List<Headcount> plan, int most) {
    List<Part> parts = new ArrayList<>();
    List<Headcount> units = new ArrayList<>();
    long first = 0;
    int people = 0;
    for (Headcount unit : plan) {
      if (!units.isEmpty() && people + unit.people() > most) {
        parts.add(new Part(parts.size() + 1, first, units));
        first += people;
        people = 0;
        units.clear();
      }
      units.add(unit);
      people += unit.people();
    }
    parts.add(new Part(parts.size() + 1, first, units));
    return parts;
  }
}
