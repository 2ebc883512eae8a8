package io.countypulse.reporting.contribution;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sampled phone check (电话核查): whether someone was reached, and what they knew (DOMAIN.md § 6).
 * Calls are counted, not people.
 *
 * @param date epoch day
 * @param outcome null where the call was entered by mistake
 * @param asked policies that were asked about and concern the person
 * @param known those of them the person knows
 */
public record VerificationCall(
    long version,
    String county,
    int date,
    @Nullable Outcome outcome,
    Set<Policy> asked,
    Set<Policy> known)
    implements Entity {

  /** How a call ended. */
  public enum Outcome {
    VALID,
    WRONG_NUMBER,
    EMPTY_NUMBER,
    NO_ANSWER
  }

  /** What people are asked about. */
  public enum Policy {
    YULU(Measure.CALLS_ASKED_YULU, Measure.CALLS_KNOW_YULU),
    YULU_PLUS(Measure.CALLS_ASKED_YULU_PLUS, Measure.CALLS_KNOW_YULU_PLUS),
    TRANSPORT(Measure.CALLS_ASKED_TRANSPORT, Measure.CALLS_KNOW_TRANSPORT),
    MICROCREDIT(Measure.CALLS_ASKED_MICROCREDIT, Measure.CALLS_KNOW_MICROCREDIT);

    private final Measure asked;
    private final Measure known;

    Policy(Measure asked, Measure known) {
      this.asked = asked;
      this.known = known;
    }

    /** The policy of a name; none where a later one is asked about. */
    public static Optional<Policy> find(String name) {
      return Arrays.stream(values()).filter(policy -> policy.name().equals(name)).findFirst();
    }
  }

  public VerificationCall {
    if (!UnitCode.valid(county)) {
      throw new IllegalArgumentException("not a unit code");
    }
    asked = Set.copyOf(asked);
    known = Set.copyOf(known);
  }

  @Override
  public List<Contribution> contributions(int horizonYear) {
    List<Contribution> contributions = new ArrayList<>();
    if (outcome == null) {
      return contributions;
    }
    contributions.add(
        new Contribution(
            new Cell(Measure.CALLS_REGISTERED, county, Cell.NO_PERIOD, Entity.FIRST_DAY), 1));
    add(contributions, Measure.CALLS_MADE);
    switch (outcome) {
      case VALID -> add(contributions, Measure.CALLS_VALID);
      case WRONG_NUMBER, EMPTY_NUMBER -> add(contributions, Measure.CALLS_PROBLEM_NUMBERS);
      case NO_ANSWER -> {}
    }
    asked.forEach(policy -> add(contributions, policy.asked));
    known.forEach(policy -> add(contributions, policy.known));
    return contributions;
  }

  private void add(List<Contribution> to, Measure measure) {
    String month = YearMonth.from(LocalDate.ofEpochDay(date)).toString();
    to.add(new Contribution(new Cell(measure, county, month, date), 1));
  }
}
