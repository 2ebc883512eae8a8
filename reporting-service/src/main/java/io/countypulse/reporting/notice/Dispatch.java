package io.countypulse.reporting.notice;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.reporting.notice.Claims.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is to be sent while the service runs. Stopping waits for messages under way, so that a
 * restart sends none of them again.
 */
@Component
final class Dispatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final long PAUSE_MILLIS = 1_000;
  private static final int AT_ONCE = 8;

  private final Notices notices;
  private final Claims claims;
  private final Postman postman;
  private final NoticeSettings settings;
  private final Clock clock;
  private final MeterRegistry registry;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private volatile @Nullable Thread thread;

  Dispatch(
      Notices notices,
      Claims claims,
      Postman postman,
      NoticeSettings settings,
      Clock clock,
      MeterRegistry registry) {
    this.notices = notices;
    this.claims = claims;
    this.postman = postman;
    this.settings = settings;
    this.clock = clock;
    this.registry = registry;
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("notices").start(this::run);
  }

  @Override
  public void stop() {
    stopping.countDown();
    Thread sending = thread;
    try {
      if (sending != null && !sending.join(PATIENCE)) {
        LOG.warn("messages are still under way; they may be sent again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run() {
    try {
      do {
        attempt();
      } while (!stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt() {
    try {
      notices.spread();
      round(clock.instant());
    } catch (RuntimeException failure) {
      LOG.warn("nobody can be told of alerts now; trying again", failure);
    }
  }

  /** Sends everything that is due at this moment, some at a time: a slow recipient holds up few. */
  void round(Instant now) {
    List<Claim> taken = take(now);
    while (!taken.isEmpty()) {
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        taken.forEach(each -> senders.execute(() -> send(each, now)));
      }
      taken = take(now);
    }
  }

  private List<Claim> take(Instant now) {
    List<Claim> taken = new ArrayList<>();
    while (taken.size() < AT_ONCE && !isStopping()) {
      Optional<Claim> next = claims.next(now);
      if (next.isEmpty()) {
        break;
      }
      taken.add(next.get());
    }
    return taken;
  }

  private void send(Claim claim, Instant now) {
    Outcome outcome;
    try {
      Message message =
          Message.of(notices.of(CountyScope.city(), claim.events()), settings.publicUrl());
      outcome = postman.send(claim.to(), message, claim.id());
    } catch (RuntimeException failure) {
      LOG.warn("a message of subscription {} cannot be made", claim.subscription(), failure);
      outcome = new Outcome.Failed("内部错误 · internal error");
    }
    settle(claim, outcome, now);
  }

  private void settle(Claim claim, Outcome outcome, Instant now) {
    boolean delivered = outcome instanceof Outcome.Delivered;
    registry
        .counter(
            "pulse.notices",
            "channel",
            claim.to().channel().name(),
            "outcome",
            delivered ? "delivered" : "failed")
        .increment();
    if (!delivered) {
      LOG.info("subscription {}: {}", claim.subscription(), outcome.problem());
    }
    claims.settle(claim, outcome, now);
  }
}
