package io.countypulse.reporting.topology;

import static io.countypulse.reporting.CreditEvents.loan;
import static io.countypulse.reporting.CreditEvents.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.CreditEvents;
import io.countypulse.reporting.CreditEvents.LoanEvent;
import io.countypulse.reporting.EventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loans' stories, told to the topology event by event. Amounts in fen. */
class LoanTimelineTest {

  private static final String DONGCHUAN = "530113";
  private static final String WUHUA = "530102";
  private static final String TODAY = "2024-06-10";

  private final Timeline timeline = new Timeline();

  @AfterEach
  void end() {
    timeline.close();
  }

  @Test
  void theLisBorrowAndPayBackInParts() {
    timeline.tell(li(1).stands("2024-05-06", "50000.00")).hear();
    timeline.tell(li(2).stands("2024-05-06", "50000.00").stands("2024-05-20", "48000.00")).hear();
    assertThat(timeline.flow("credit.issued", DONGCHUAN, "2024", "2024-02-02")).isZero();
    assertThat(timeline.flow("credit.issued", DONGCHUAN, "2024", "2024-02-03"))
        .isEqualTo(5_000_000);
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, "2024-05-05")).isZero();
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, "2024-05-19")).isEqualTo(5_000_000);
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, TODAY)).isEqualTo(4_800_000);
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @Test
  void theZhangsFallDueByTheCalendarUntilTheBankSaysHowMuchIsUnpaid() {
    timeline.tell(zhang(1).stands("2024-05-06", "30000.00")).hear();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-05-31")).isZero();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-06-01")).isEqualTo(3_000_000);
    timeline
        .tell(
            zhang(2)
                .stands("2024-05-06", "30000.00")
                .stands("2024-06-06", "30000.00", "10000.00", "OVERDUE"))
        .hear();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-06-05")).isEqualTo(3_000_000);
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-06-06")).isEqualTo(1_000_000);
    timeline.nothingElseHappened();
  }

  @Test
  void anExtensionEndsWhatWasOverdueAndARenewalFallsDueAgain() {
    LoanEvent extended =
        zhang(2)
            .stands("2024-05-06", "30000.00")
            .stands("2024-06-03", "30000.00", "0.00", "EXTENDED");
    timeline.tell(extended).hear();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-06-02")).isEqualTo(3_000_000);
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-06-03")).isZero();
    LoanEvent renewed =
        zhang(3)
            .stands("2024-05-06", "30000.00")
            .due("2024-08-31")
            .stands("2024-06-03", "30000.00", "0.00", "RENEWED");
    timeline.tell(renewed).hear();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-08-31")).isZero();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-09-01")).isEqualTo(3_000_000);
    timeline.nothingElseHappened();
  }

  @Test
  void settledAndWrittenOffLoansKeepTheirIssueAndOweNothing() {
    timeline
        .tell(
            li(2).stands("2024-05-06", "50000.00").stands("2024-06-01", "0.00", "0.00", "SETTLED"))
        .tell(
            zhang(2)
                .stands("2024-05-06", "30000.00")
                .stands("2024-06-07", "0.00", "0.00", "WRITTEN_OFF"))
        .hear();
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, TODAY)).isZero();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, TODAY)).isZero();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-06-06")).isEqualTo(3_000_000);
    assertThat(timeline.flow("credit.issued", DONGCHUAN, "2024", TODAY)).isEqualTo(5_000_000);
    assertThat(timeline.flow("credit.issued", DONGCHUAN, "2021", TODAY)).isEqualTo(3_000_000);
    timeline.nothingElseHappened();
  }

  @Test
  void aLoanMissingFromThePositionIsGoneUntilItComesBack() {
    timeline
        .tell(
            li(3)
                .stands("2024-05-06", "50000.00")
                .stands("2024-05-20", "0.00", "0.00", "ABSENT")
                .stands("2024-05-27", "49000.00"))
        .hear();
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, "2024-05-19")).isEqualTo(5_000_000);
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, "2024-05-26")).isZero();
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, TODAY)).isEqualTo(4_900_000);
    timeline.nothingElseHappened();
  }

  @Test
  void aCorrectionReplacesWhatTheBankSaidEvenOfThePast() {
    timeline.tell(li(1).stands("2024-05-06", "50000.00")).hear();
    timeline.tell(li(2).of("40000.00").stands("2024-05-06", "39000.50")).hear();
    assertThat(timeline.flow("credit.issued", DONGCHUAN, "2024", TODAY)).isEqualTo(4_000_000);
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, "2024-05-06")).isEqualTo(3_900_050);
    timeline.tell(loan("J1", 3, "UNKNOWN", "2024-02-03").of("0.00")).hear();
    assertThat(timeline.cells()).isEmpty();
    timeline.nothingElseHappened();
  }

  @Test
  void theStocksMoveWithTheHouseholdAndTheIssueStaysBehind() {
    timeline.tell(zhang(1).stands("2024-05-06", "30000.00")).hear();
    timeline.tell(zhang(2).movesTo(WUHUA, "2024-06-03").stands("2024-05-06", "30000.00")).hear();
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, "2024-06-02")).isEqualTo(3_000_000);
    assertThat(timeline.stock("credit.overdue", DONGCHUAN, TODAY)).isZero();
    assertThat(timeline.stock("credit.overdue", WUHUA, TODAY)).isEqualTo(3_000_000);
    assertThat(timeline.stock("credit.outstanding", WUHUA, TODAY)).isEqualTo(3_000_000);
    assertThat(timeline.flow("credit.issued", DONGCHUAN, "2021", TODAY)).isEqualTo(3_000_000);
    assertThat(timeline.stock("credit.positions", WUHUA, "2024-06-02")).isZero();
    assertThat(timeline.stock("credit.positions", WUHUA, "2024-06-03")).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void oldNewsThatComesLateChangesNothing() {
    timeline.tell(li(2).stands("2024-05-06", "48000.00")).hear();
    timeline.tell(li(1).stands("2024-05-06", "50000.00")).tell(li(2).stands("2024-05-06", "1.00"));
    timeline.nothingElseHappened();
    assertThat(timeline.stock("credit.outstanding", DONGCHUAN, TODAY)).isEqualTo(4_800_000);
  }

  @Test
  void aHouseholdIsCountedOnceHoweverManyLoansItHas() {
    household(1, overdue(DONGCHUAN, "2024-06-01", ""));
    timeline.hear();
    assertThat(timeline.flow("credit.issued_households", DONGCHUAN, "2024", TODAY)).isOne();
    assertThat(timeline.stock("credit.overdue_households", DONGCHUAN, "2024-05-31")).isZero();
    assertThat(timeline.stock("credit.overdue_households", DONGCHUAN, TODAY)).isOne();
    household(2, overdue(DONGCHUAN, "2024-06-01", "2024-06-05"));
    timeline.hear();
    assertThat(timeline.stock("credit.overdue_households", DONGCHUAN, "2024-06-04")).isOne();
    assertThat(timeline.stock("credit.overdue_households", DONGCHUAN, TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @Test
  void aTargetInYuanIsKeptToTheFen() {
    timeline
        .send(
            EventLog.event(
                EventLog.CREDIT_TARGETS,
                DONGCHUAN,
                CreditEvents.target(DONGCHUAN, 2024, 1, "5200000.50")))
        .hear();
    assertThat(timeline.flow("credit.target", DONGCHUAN, "2024", TODAY)).isEqualTo(520_000_050);
    assertThat(timeline.flow("credit.target_holds", DONGCHUAN, "2024", TODAY)).isOne();
    timeline.nothingElseHappened();
  }

  private void household(long version, String... days) {
    timeline.send(
        EventLog.event(
            EventLog.CREDIT_HOUSEHOLDS,
            "H1",
            CreditEvents.household("H1", version, DONGCHUAN, "2024-02-03", days)));
  }

  private static LoanEvent li(long version) {
    return loan("J1", version, DONGCHUAN, "2024-02-03");
  }

  private static LoanEvent zhang(long version) {
    return loan("J7", version, DONGCHUAN, "2021-06-01").of("30000.00").due("2024-05-31");
  }
}
