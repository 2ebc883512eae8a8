package io.countypulse.subsidy.call;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls of one unit in one month.
 *
 * @param counts by what is counted; what is missing is zero
 */
record Tally(Map<String, Long> counts) {

  static final Tally NOTHING = new Tally(Map.of());

  Tally {
    counts = Map.copyOf(counts);
  }

  Tally plus(Tally other) {
    return new Tally(
        Stream.of(counts, other.counts)
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum)));
  }

  /** Whether anyone was ever called. */
  boolean reported() {
    return count("EVER") > 0;
  }

  long made() {
    return count("MADE");
  }

  long valid() {
    return count(Outcome.VALID.name());
  }

  long problems() {
    return count(Outcome.WRONG_NUMBER.name()) + count(Outcome.EMPTY_NUMBER.name());
  }

  /** Who could know: those the policy does not concern are not among them. */
  long asked(Policy policy) {
    return count(policy, Answer.KNOWS) + count(policy, Answer.DOES_NOT_KNOW);
  }

  long count(Policy policy, Answer answer) {
    return count(policy + "." + answer);
  }

  private long count(String what) {
    return counts.getOrDefault(what, 0L);
  }
}
