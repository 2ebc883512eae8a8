package io.countypulse.city.people;

/**
 * A time in work: {@code start} ≤ day &lt; {@code end}.
 *
 * @param end {@link Timeline#OPEN} where none is known
 * @param dispatched reported a second time, by the labour cooperative that found the work
 */
record Spell(int start, int end, Area area, boolean dispatched) {

  Spell(int start, int end, Area area) {
    this(start, end, area, false);
  }

  Spell {
    if (start >= end) {
      throw new IllegalArgumentException("a spell of no day: " + start + " to " + end);
    }
  }
}
