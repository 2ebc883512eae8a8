package io.countypulse.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Event streams under way. A stream lives no longer than the token it was opened with: the browser
 * opens it again with a fresh one, or is told to sign in. Stopping the gateway ends them all, so
 * that nobody waits for a stream that never ends.
 */
class OpenStreams {

  private final Map<InputStream, Instant> streams = new ConcurrentHashMap<>();

  private final Clock clock;

  OpenStreams(Clock clock) {
    this.clock = clock;
  }

  void opened(InputStream stream, Instant until) {
    streams.put(stream, until);
  }

  void closed(InputStream stream) {
    streams.remove(stream);
  }

  @Scheduled(fixedRate = 10_000)
  void closeExpired() {
    Instant now = clock.instant();
    streams.forEach(
        (stream, until) -> {
          if (until.isBefore(now)) {
            close(stream);
          }
        });
  }

  @EventListener(ContextClosedEvent.class)
  void closeAll() {
    streams.keySet().forEach(OpenStreams::close);
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException alreadyGone) {
      // Its reader sees the same and ends.
    }
  }
}
