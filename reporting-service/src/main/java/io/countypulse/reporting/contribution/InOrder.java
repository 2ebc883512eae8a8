package io.countypulse.reporting.contribution;

import java.util.Comparator;
import java.util.List;

/** Copies of lists in order; most come in order already. */
final class InOrder {

  private InOrder() {}

  /** A sorted copy; equal elements stay as they stood. */
  static <T> List<T> of(List<T> list, Comparator<T> order) {
    for (int i = 1; i < list.size(); i++) {
      if (order.compare(list.get(i - 1), list.get(i)) > 0) {
        return list.stream().sorted(order).toList();
      }
    }
    return List.copyOf(list);
  }
}
