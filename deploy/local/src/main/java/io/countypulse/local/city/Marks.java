package io.countypulse.local.city;

import io.countypulse.local.state.StateFolder;

/**
 * Remembers in the state folder what became of each file, so that none is handed in for nothing.
 */
final class Marks {
  private final StateFolder state;
  private City city;

  Marks(City city, StateFolder state) {
    this.city = city;
    this.state = state;
  }

  /** What became of it; blank where nothing is known. */
  synchronized String of(String name) {
    return city.loaded().getOrDefault(name, "");
  }

  synchronized void set(String name, String status) {
    city = city.with(state, name, status);
  }
}
