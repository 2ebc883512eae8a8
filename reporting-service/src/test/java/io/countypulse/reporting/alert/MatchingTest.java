package io.countypulse.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.rule.Condition;
import io.countypulse.reporting.rule.Episode;
import io.countypulse.reporting.rule.Evaluation.Subject;
import io.countypulse.reporting.rule.Finding;
import io.countypulse.reporting.rule.Operand;
import io.countypulse.reporting.rule.Rule;
import io.countypulse.reporting.rule.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which recorded alert an episode of the history is. */
class MatchingTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
  private static final Subject WUHUA = new Subject(new UnitCode("530102"), "");
  private static final Rule RULE =
      new Rule(
          "tried",
          1,
          "试用",
          "tried",
          Severity.WARNING,
          3,
          true,
          new Condition.NotReported(new Operand(Indicator.CALLS_MADE, null)));

  @Test
  void whatIsNewIsOpenedAndWhatIsRecordedAlreadyIsLeftAlone() {
    assertThat(changes(List.of(), List.of(episode("2024-05-07", null))))
        .singleElement()
        .isInstanceOf(Change.Opened.class);
    assertThat(
            changes(List.of(recorded(7, "2024-05-07", null)), List.of(episode("2024-05-07", null))))
        .isEmpty();
  }

  @Test
  void aLateRecordThatMovesTheOpeningLeavesTheAlertItsIdentity() {
    assertThat(
            changes(List.of(recorded(7, "2024-05-07", null)), List.of(episode("2024-05-03", null))))
        .singleElement()
        .satisfies(change -> assertThat(change.after().id()).isEqualTo(7))
        .satisfies(change -> assertThat(change.after().opened()).isEqualTo("2024-05-03"));
  }

  @Test
  void whatTheHistoryNoLongerHasIsWithdrawnAndMayComeBack() {
    RecordedAlert open = recorded(7, "2024-05-07", null);
    List<Change> gone = changes(List.of(open), List.of());
    assertThat(gone)
        .singleElement()
        .satisfies(each -> assertThat(each.after().withdrawn()).isTrue());
    assertThat(changes(List.of(gone.getFirst().after()), List.of(episode("2024-05-07", null))))
        .singleElement()
        .satisfies(each -> assertThat(each.after()).isEqualTo(open));
  }

  @Test
  void twoThatTurnOutToBeOneAreTheEarlierOfThem() {
    List<Change> changes =
        changes(
            List.of(recorded(7, "2024-03-01", "2024-03-20"), recorded(8, "2024-04-01", null)),
            List.of(episode("2024-03-01", null)));
    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).after().id()).isEqualTo(7);
    assertThat(changes.get(0).after().isOpen()).isTrue();
    assertThat(changes.get(1).after().id()).isEqualTo(8);
    assertThat(changes.get(1).after().withdrawn()).isTrue();
  }

  @Test
  void acrossTheYearsAnAlertGoesOnUnderItsOwnOpeningOrClosesWithTheYear() {
    RecordedAlert old = recorded(7, "2023-11-02", null);
    assertThat(changes(List.of(old), List.of(episode("2024-01-01", null))))
        .singleElement()
        .satisfies(each -> assertThat(each.after().opened()).isEqualTo("2023-11-02"))
        .satisfies(each -> assertThat(each.after().id()).isEqualTo(7));
    assertThat(changes(List.of(old), List.of()))
        .singleElement()
        .satisfies(each -> assertThat(each.after().episode().closed()).isEqualTo(NEW_YEAR));
    assertThat(changes(List.of(recorded(6, "2023-03-01", "2023-04-01")), List.of())).isEmpty();
  }

  private static List<Change> changes(List<RecordedAlert> recorded, List<Episode> episodes) {
    return Matching.changes(RULE, WUHUA, NEW_YEAR, recorded, episodes);
  }

  private static RecordedAlert recorded(long id, String opened, @Nullable String closed) {
    RecordedAlert alert = RecordedAlert.of(RULE, WUHUA, episode(opened, closed));
    return new RecordedAlert(id, alert.rule(), 1, WUHUA, alert.episode(), alert.highest(), false);
  }

  private static Episode episode(String opened, @Nullable String closed) {
    LocalDate first = LocalDate.parse(opened);
    LocalDate last = closed == null ? null : LocalDate.parse(closed);
    Finding found = new Finding(first, BigDecimal.ONE, null, null, null);
    return new Episode(
        List.of(new Episode.Step(first, Severity.WARNING)), last, last, found, found);
  }
}
