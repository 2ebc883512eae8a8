package io.countypulse.reporting.topology;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether events are being tallied: health is DOWN while they are not. */
public final class StreamsState implements KafkaStreams.StateListener, HealthIndicator {

  private volatile State state = State.CREATED;

  @Override
  public void onChange(State newState, State oldState) {
    state = newState;
  }

  /** Neither restoring, rebalancing nor stopped. */
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  @Override
  public Health health() {
    return (isRunning() ? Health.up() : Health.down()).withDetail("state", state.name()).build();
  }
}
