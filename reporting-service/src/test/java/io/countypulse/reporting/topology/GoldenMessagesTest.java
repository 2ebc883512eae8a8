package io.countypulse.reporting.topology;

import static io.countypulse.reporting.CreditEvents.loan;
import static io.countypulse.reporting.CreditEvents.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.CreditEvents;
import io.countypulse.reporting.EventLog;
import io.countypulse.reporting.Events;
import io.countypulse.testing.Contracts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of the contracts make the figures their stories tell of. */
class GoldenMessagesTest {

  private static final String TODAY = "2024-06-10";

  private final Timeline timeline = new Timeline();

  @AfterEach
  void end() {
    timeline.close();
  }

  static List<String> topics() {
    return FiguresTopology.topics();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyGoldenMessageIsRead(String topic) {
    Contracts.golden(topic)
        .forEach((file, json) -> timeline.send(EventLog.event(topic, file, json)));
    timeline.hear();
    assertThat(timeline.cells()).isNotEmpty();
    timeline.nothingElseHappened();
  }

  @Test
  void whoWentToZhejiangMovedAndCameHomeCountsAsToldEachTime() {
    golden("P1", "2024-03-10-in-work-out-of-province.json");
    assertThat(timeline.stock("out_of_province", "530113", TODAY)).isOne();
    assertThat(timeline.stock("working", "530113", "2023-12-20")).isZero();
    golden("P1", "2024-06-01-moved-county.json");
    assertThat(timeline.stock("out_of_province", "530113", "2024-05-31")).isOne();
    assertThat(timeline.stock("out_of_province", "530102", TODAY)).isOne();
    golden("P1", "2024-06-10-came-home.json");
    assertThat(timeline.stock("working", "530102", "2024-06-04")).isOne();
    assertThat(timeline.stock("working", "530102", TODAY)).isZero();
    assertThat(timeline.flow("worked_this_year", "530113", "2024", TODAY)).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void ofTwoJobsAtOnceTheLaterRowDecides() {
    golden("P3", "2024-06-10-two-jobs-at-once.json");
    assertThat(timeline.stock("working", "530129", TODAY)).isOne();
    assertThat(timeline.stock("out_of_province", "530129", "2024-03-31")).isOne();
    assertThat(timeline.stock("out_of_province", "530129", TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @Test
  void theLoanThatWasRepaidMovedAndWentMissingCountsAsToldEachTime() {
    goldenLoan("J1", "2024-05-06-issued.json");
    goldenLoan("J1", "2024-05-20-repaid-in-part.json");
    assertThat(timeline.stock("credit.outstanding", "530113", "2024-05-19")).isEqualTo(5_000_000);
    assertThat(timeline.stock("credit.outstanding", "530113", TODAY)).isEqualTo(4_800_000);
    goldenLoan("J1", "2024-06-03-moved-county.json");
    assertThat(timeline.stock("credit.outstanding", "530113", TODAY)).isZero();
    assertThat(timeline.stock("credit.outstanding", "530102", TODAY)).isEqualTo(4_800_000);
    goldenLoan("J1", "2024-06-07-absent.json");
    assertThat(timeline.stock("credit.outstanding", "530102", "2024-06-06")).isEqualTo(4_800_000);
    assertThat(timeline.stock("credit.outstanding", "530102", TODAY)).isZero();
    assertThat(timeline.flow("credit.issued", "530113", "2024", TODAY)).isEqualTo(5_000_000);
    timeline.nothingElseHappened();
  }

  @Test
  void theLoanThatFellDueIsOverdueUntilItIsExtended() {
    goldenLoan("J2", "2024-05-06-falls-due.json");
    assertThat(timeline.stock("credit.overdue", "530113", "2024-06-01")).isEqualTo(3_000_000);
    goldenLoan("J2", "2024-06-06-overdue.json");
    assertThat(timeline.stock("credit.overdue", "530113", "2024-06-06")).isEqualTo(1_000_000);
    goldenLoan("J2", "2024-06-07-extended.json");
    assertThat(timeline.stock("credit.overdue", "530113", TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @Test
  void theTripPaidInJuneCountsUntilTheBankSendsItBack() {
    golden(EventLog.CASES, "T1", "2024-03-10-detected-ahead.json");
    assertThat(timeline.flow("transport.entitled", "530113", "2024", "2024-05-31")).isZero();
    assertThat(timeline.flow("transport.entitled", "530113", "2024", TODAY)).isOne();
    golden(EventLog.CASES, "T1", "2024-06-07-paid.json");
    assertThat(timeline.flow("transport.entitled", "530113", "2024", TODAY)).isOne();
    assertThat(timeline.flow("transport.paid", "530102", "2024", TODAY)).isOne();
    golden(EventLog.CASES, "T1", "2024-06-10-sent-back.json");
    assertThat(timeline.flow("transport.paid", "530102", "2024", "2024-06-09")).isOne();
    assertThat(timeline.flow("transport.paid", "530102", "2024", TODAY)).isZero();
    assertThat(timeline.flow("transport.paid_amount", "530102", "2024", "2024-06-09"))
        .isEqualTo(100_000);
    assertThat(timeline.flow("transport.paid_amount", "530102", "2024", TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @Test
  void theStudentOfTheSchoolYear2023CountsFromSeptemberAndIsPaidByTerm() {
    golden(EventLog.CASES, "Y1", "2023-10-15-student-paid-for-a-term.json");
    assertThat(timeline.flow("yulu.students", "530129", "2023", "2023-08-31")).isZero();
    assertThat(timeline.flow("yulu.students", "530129", "2023", "2023-09-01")).isOne();
    golden(EventLog.CASES, "Y1", "2024-04-20-student-paid-for-both-terms.json");
    assertThat(timeline.flow("yulu.paid", "530129", "2023", TODAY)).isOne();
    assertThat(timeline.flow("yulu.paid_amount", "530129", "2023", TODAY)).isEqualTo(500_000);
    golden(EventLog.CASES, "Y2", "2024-06-10-trained.json");
    assertThat(timeline.flow("yulu_plus.trained", "530129", "2024", TODAY)).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void theCallEnteredByMistakeIsTakenBack() {
    golden(EventLog.CALLS, "C1", "2024-05-14-knows-some.json");
    golden(EventLog.CALLS, "C2", "2024-05-14-wrong-number.json");
    assertThat(timeline.flow("calls.made", "530128", "2024-05", TODAY)).isEqualTo(2);
    assertThat(timeline.flow("calls.problem_numbers", "530128", "2024-05", TODAY)).isOne();
    golden(EventLog.CALLS, "C2", "2024-05-15-entered-by-mistake.json");
    assertThat(timeline.flow("calls.made", "530128", "2024-05", TODAY)).isOne();
    assertThat(timeline.flow("calls.problem_numbers", "530128", "2024-05", TODAY)).isZero();
    assertThat(timeline.flow("calls.know.yulu", "530128", "2024-05", TODAY)).isOne();
    assertThat(timeline.flow("calls.know.yulu_plus", "530128", "2024-05", TODAY)).isZero();
    assertThat(timeline.flow("calls.asked.yulu_plus", "530128", "2024-05", TODAY)).isOne();
    assertThat(timeline.flow("calls.asked.microcredit", "530128", "2024-05", TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyGoldenMessageKeepsToItsContract(String topic) {
    Contracts.golden(topic)
        .forEach(
            (file, json) ->
                assertThat(Contracts.violations(topic, json)).as(file).isEqualTo(List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void whatTheTestsTellIsWhatTheContractsAllow(int version) {
    String worker =
        Events.worker("P1", version, "530102").movesTo("530103", TODAY).works("2024-01-05").json();
    String target = Events.target("530102", 2024, version, "2024-01-01", "5", TODAY, "null");
    assertThat(Contracts.violations(EventLog.WORKERS, worker)).isEqualTo(List.of());
    assertThat(Contracts.violations(EventLog.TARGETS, target)).isEqualTo(List.of());
    String loan =
        loan("J1", version, "530102", "2024-02-03")
            .movesTo("530103", TODAY)
            .stands("2024-05-06", "48000.00")
            .json();
    String household =
        CreditEvents.household("H1", version, "530102", "2024-02-03", overdue("530102", TODAY, ""));
    assertThat(Contracts.violations(EventLog.LOANS, loan)).isEqualTo(List.of());
    assertThat(Contracts.violations(EventLog.CREDIT_HOUSEHOLDS, household)).isEqualTo(List.of());
    assertThat(
            Contracts.violations(
                EventLog.CREDIT_TARGETS, CreditEvents.target("530102", 2024, version, "1.00")))
        .isEqualTo(List.of());
  }

  private void goldenLoan(String loan, String file) {
    golden(EventLog.LOANS, loan, file);
  }

  private void golden(String topic, String key, String file) {
    timeline.send(EventLog.event(topic, key, Contracts.golden(topic).get(file))).hear();
  }

  private void golden(String person, String file) {
    golden(EventLog.WORKERS, person, file);
  }
}
