package io.countypulse.city;

import io.countypulse.city.people.Dice;
import io.countypulse.city.people.Headcount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many people each unit has and how it fared in the last month: of the units by size, the
 * second of every three lost people in work, by less than the larger one before it gained, so that
 * the whole rose a little.
 */
final class Plan {

  private Plan() {}

  /** One headcount a quota, in the order of the place. */
  static List<Headcount> of(Place place, long seed) {
    Dice dice = new Dice(seed, "plan");
    List<Quota> quotas = place.quotas();
    int working = quotas.stream().mapToInt(Quota::working).sum();
    double[] weights =
        quotas.stream()
            .mapToDouble(q -> (1 + q.working()) * (0.85 + 0.3 * dice.fraction()))
            .toArray();
    int[] idle = Shares.of(place.people() - working, weights);
    List<Quota> bySize =
        quotas.stream().sorted(Comparator.comparingInt(Quota::working).reversed()).toList();
    List<Headcount> plan = new ArrayList<>();
    for (int i = 0; i < quotas.size(); i++) {
      boolean fell = bySize.indexOf(quotas.get(i)) % 3 == 1;
      plan.add(headcount(quotas.get(i), idle[i], fell, dice));
    }
    return plan;
  }

  private static Headcount headcount(Quota quota, int idle, boolean fell, Dice dice) {
    int near = quota.working() - quota.outOfProvince();
    double change = fell ? -0.001 - 0.003 * dice.fraction() : 0.005 + 0.006 * dice.fraction();
    int joined = Math.min(near, (int) (quota.working() * (0.007 + Math.max(change, 0))));
    int left = Math.min(idle, (int) (quota.working() * (0.007 - Math.min(change, 0))));
    return new Headcount(quota, quota.working() + idle, joined, left);
  }
}
