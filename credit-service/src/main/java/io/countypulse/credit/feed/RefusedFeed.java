package io.countypulse.credit.feed;

import java.io.IOException;
import java.util.List;

/** Thrown out of the depth of a stream when a feed cannot be taken; becomes its receipt. */
final class RefusedFeed extends IOException {

  private final transient List<Refusal> refusals;
  private final int rows;

  RefusedFeed(Refusal refusal) {
    this(List.of(refusal), 0);
  }

  /**
   * @param rows how many details were read
   */
  RefusedFeed(List<Refusal> refusals, int rows) {
    super(refusals.getFirst().fault().code());
    this.refusals = List.copyOf(refusals);
    this.rows = rows;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  int rows() {
    return rows;
  }
}
