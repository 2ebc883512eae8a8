package io.countypulse.city.people;

import java.util.ArrayList;
import java.util.List;

/** Choices of unequal chance. The weights are whole numbers. */
final class Weighted<T> {

  private final List<T> slots = new ArrayList<>();

  Weighted<T> with(int weight, T choice) {
    for (int i = 0; i < weight; i++) {
      slots.add(choice);
    }
    return this;
  }

  T draw(Dice dice) {
    return dice.pick(slots);
  }
}
