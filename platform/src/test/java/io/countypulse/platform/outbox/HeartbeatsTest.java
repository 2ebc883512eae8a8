package io.countypulse.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

  private long nanos = 1;
  private final Heartbeats heartbeats = new Heartbeats(() -> nanos);

  @Test
  void theFirstIsDueAtOnce() {
    assertThat(heartbeats.due(nothing())).isTrue();
  }

  @Test
  void anEmptyOutboxBeatsEveryTwoSeconds() {
    heartbeats.sent();
    pass(Duration.ofMillis(1_999));
    assertThat(heartbeats.due(nothing())).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(heartbeats.due(nothing())).isTrue();
  }

  @Test
  void whatDrainsTheOutboxIsFollowedAtOnce() {
    heartbeats.sent();
    pass(Duration.ofMillis(150));
    assertThat(heartbeats.due(drained())).isTrue();
  }

  @Test
  void aTrickleIsFollowedTenTimesASecondAtMostAndItsLastRowToo() {
    heartbeats.sent();
    pass(Duration.ofMillis(10));
    assertThat(heartbeats.due(drained())).isFalse();
    assertThat(heartbeats.untilDue()).isEqualTo(Duration.ofMillis(90));
    pass(Duration.ofMillis(90));
    assertThat(heartbeats.due(nothing())).isTrue();
  }

  @Test
  void noneIsDueWhileMoreIsWaiting() {
    pass(Duration.ofMinutes(1));
    assertThat(heartbeats.due(batch(1, false))).isFalse();
  }

  private void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  private static Batch nothing() {
    return batch(0, true);
  }

  private static Batch drained() {
    return batch(1, true);
  }

  private static Batch batch(int rows, boolean drained) {
    OutboxRow row = new OutboxRow(1, "topic", new byte[0], "type", null, null, 0);
    return new Batch(Instant.EPOCH, rows == 0 ? List.of() : List.of(row), drained);
  }
}
