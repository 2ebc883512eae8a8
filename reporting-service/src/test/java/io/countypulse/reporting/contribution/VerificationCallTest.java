package io.countypulse.reporting.contribution;

import static io.countypulse.reporting.contribution.VerificationCall.Outcome.EMPTY_NUMBER;
import static io.countypulse.reporting.contribution.VerificationCall.Outcome.NO_ANSWER;
import static io.countypulse.reporting.contribution.VerificationCall.Outcome.VALID;
import static io.countypulse.reporting.contribution.VerificationCall.Outcome.WRONG_NUMBER;
import static io.countypulse.reporting.contribution.VerificationCall.Policy.TRANSPORT;
import static io.countypulse.reporting.contribution.VerificationCall.Policy.YULU;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.contribution.VerificationCall.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** DOMAIN.md § 6: calls are counted by the calendar month they were made in. */
class VerificationCallTest {

  private static final int DAY = (int) LocalDate.of(2024, 5, 14).toEpochDay();

  @Test
  void aValidCallCountsWhatWasAskedAndWhatWasKnown() {
    VerificationCall call =
        new VerificationCall(1, "A", DAY, VALID, Set.of(YULU, TRANSPORT), Set.of(YULU));
    assertThat(call.contributions(2025))
        .filteredOn(each -> each.cell().measure() != Measure.CALLS_REGISTERED)
        .allMatch(each -> each.amount() == 1 && each.cell().day() == DAY)
        .allMatch(each -> each.cell().period().equals("2024-05"));
    assertThat(measures(call))
        .containsExactlyInAnyOrder(
            Measure.CALLS_REGISTERED,
            Measure.CALLS_MADE,
            Measure.CALLS_VALID,
            Measure.CALLS_ASKED_YULU,
            Measure.CALLS_ASKED_TRANSPORT,
            Measure.CALLS_KNOW_YULU);
  }

  @Test
  void wrongAndEmptyNumbersAreProblemsAndNobodyAnsweringIsNot() {
    assertThat(measures(call(WRONG_NUMBER))).contains(Measure.CALLS_PROBLEM_NUMBERS).hasSize(3);
    assertThat(measures(call(EMPTY_NUMBER))).contains(Measure.CALLS_PROBLEM_NUMBERS).hasSize(3);
    assertThat(measures(call(NO_ANSWER)))
        .containsExactly(Measure.CALLS_REGISTERED, Measure.CALLS_MADE);
  }

  @Test
  void aCallEnteredByMistakeCountsNowhere() {
    assertThat(measures(call(null))).isEmpty();
  }

  private static VerificationCall call(@Nullable Outcome outcome) {
    return new VerificationCall(1, "A", DAY, outcome, Set.of(), Set.of());
  }

  private static List<Measure> measures(VerificationCall call) {
    return call.contributions(2025).stream().map(each -> each.cell().measure()).toList();
  }
}
