package io.countypulse.city.people;

import java.util.ArrayList;
import java.util.List;

/** The people of a unit as far as the other departments' files speak of them. */
public final class Residents {

  /** Most of the people are never asked anything. */
  private static final int ONE_IN = 23;

  /**
   * Somebody at work outside the province, entitled to a travel grant.
   *
   * @param start the first day of the spell, from 1970-01-01
   */
  public record Traveller(String id, String name, String identityNumber, int start) {}

  private final List<String> households = new ArrayList<>();
  private final List<Traveller> travellers = new ArrayList<>();
  private final List<String> sample = new ArrayList<>();
  private int people;

  void household(String id) {
    households.add(id);
  }

  void person(Person person, Role role, List<Spell> spells, int today) {
    if (people++ % ONE_IN == 0 || sample.size() < ONE_IN) {
      sample.add(person.id());
    }
    if (role == Role.AWAY) {
      int start =
          spells.stream()
              .filter(spell -> spell.area() == Area.OUT_OF_PROVINCE && spell.end() > today)
              .mapToInt(Spell::start)
              .max()
              .orElseThrow();
      travellers.add(new Traveller(person.id(), person.name(), person.identityNumber(), start));
    }
  }

  /** Ids of all households. */
  public List<String> households() {
    return List.copyOf(households);
  }

  /** Everybody who is away on the business date. */
  public List<Traveller> travellers() {
    return List.copyOf(travellers);
  }

  /** Ids of some people. */
  public List<String> sample() {
    return List.copyOf(sample);
  }
}
