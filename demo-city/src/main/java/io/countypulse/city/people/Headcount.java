package io.countypulse.city.people;

import io.countypulse.city.Quota;
import java.util.List;

/**
 * How many people of a unit play each {@link Role}. Dealt out one by one at random, so that every
 * count is met exactly.
 *
 * @param joined of the quota's working persons, those who began within the last month
 * @param left persons who stopped within the last month
 */
public record Headcount(Quota quota, int people, int joined, int left) {

  private static final double NEVER_WORKED = 0.3;

  public Headcount {
    if (joined > quota.working() - quota.outOfProvince() || left > people - quota.working()) {
      throw new IllegalArgumentException(
          "%s: %d people cannot hold %d working, %d joined, %d left"
              .formatted(quota.unit().name(), people, quota.working(), joined, left));
    }
  }

  /** Persons in work a month before the business date. */
  public int workingMonthAgo() {
    return quota.working() - joined + left;
  }

  Deal deal() {
    int idle = people - quota.working() - left;
    int never = (int) (idle * NEVER_WORKED);
    return new Deal(
        new int[] {
          quota.outOfProvince(),
          quota.working() - quota.outOfProvince() - joined,
          joined,
          left,
          idle - never,
          never
        },
        people);
  }

  /** Cards still to be dealt, one a person. */
  static final class Deal {

    private static final List<Role> ORDER =
        List.of(Role.AWAY, Role.SETTLED, Role.JOINED, Role.LEFT, Role.RESTING, Role.NEVER);

    private final int[] cards;
    private int rest;

    private Deal(int[] cards, int rest) {
      this.cards = cards;
      this.rest = rest;
    }

    int rest() {
      return rest;
    }

    Role next(Dice dice) {
      int card = dice.below(rest);
      int role = 0;
      while (card >= cards[role]) {
        card -= cards[role++];
      }
      cards[role]--;
      rest--;
      return ORDER.get(role);
    }
  }
}
