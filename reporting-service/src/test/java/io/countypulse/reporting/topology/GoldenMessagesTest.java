package io.countypulse.reporting.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.EventLog;
import io.countypulse.reporting.Events;
import io.countypulse.testing.Contracts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of the contracts make the figures their stories tell of. */
class GoldenMessagesTest {

  private static final String TODAY = "2024-06-10";

  private final Timeline timeline = new Timeline();

  @AfterEach
  void end() {
    timeline.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {EventLog.WORKERS, EventLog.TARGETS})
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

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void whatTheTestsTellIsWhatTheContractsAllow(int version) {
    String worker =
        Events.worker("P1", version, "530102").movesTo("530103", TODAY).works("2024-01-05").json();
    String target = Events.target("530102", 2024, version, "2024-01-01", "5", TODAY, "null");
    assertThat(Contracts.violations(EventLog.WORKERS, worker)).isEqualTo(List.of());
    assertThat(Contracts.violations(EventLog.TARGETS, target)).isEqualTo(List.of());
  }

  private void golden(String person, String file) {
    String json = Contracts.golden(EventLog.WORKERS).get(file);
    timeline.send(EventLog.event(EventLog.WORKERS, person, json)).hear();
  }
}
