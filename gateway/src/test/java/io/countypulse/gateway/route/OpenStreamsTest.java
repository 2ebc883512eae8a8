package io.countypulse.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

  private static final Instant NOW = Instant.parse("2024-06-10T00:00:00Z");

  private final OpenStreams streams = new OpenStreams(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aStreamEndsWithItsTokenAndNoSooner() {
    Stream over = opened(NOW.minusSeconds(1));
    Stream good = opened(NOW.plus(Duration.ofMinutes(5)));
    streams.closeExpired();
    assertThat(over.closed).isTrue();
    assertThat(good.closed).isFalse();
  }

  @Test
  void stoppingEndsThemAllButThoseThatHaveEnded() {
    Stream open = opened(Instant.MAX);
    Stream ended = opened(Instant.MAX);
    streams.closed(ended);
    streams.closeAll();
    assertThat(open.closed).isTrue();
    assertThat(ended.closed).isFalse();
  }

  private Stream opened(Instant until) {
    Stream stream = new Stream();
    streams.opened(stream, until);
    return stream;
  }

  private static final class Stream extends ByteArrayInputStream {
    private boolean closed;

    Stream() {
      super(new byte[0]);
    }

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }
  }
}
