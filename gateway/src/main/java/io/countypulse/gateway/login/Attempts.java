package io.countypulse.gateway.login;

import io.countypulse.gateway.limit.Buckets;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Failed sign-ins: of one name from one address, and of one address whatever the name. An attempt
 * is taken off beforehand and given back if it succeeds, so that many at a time gain nothing. The
 * address is part of the name's key, or anybody could lock anybody out.
 */
final class Attempts {

  private static final int PER_ADDRESS = 100;
  private static final Duration REFILL = Duration.ofMinutes(5);

  private final Buckets names;
  private final Buckets addresses = new Buckets(PER_ADDRESS, PER_ADDRESS, REFILL);

  /** {@code perName} wrong attempts, and as many again every five minutes. */
  Attempts(int perName) {
    names = new Buckets(perName, perName, REFILL);
  }

  /** Takes an attempt; how long to wait if there is none left. */
  Optional<Duration> begin(String address, String name) {
    return begin(addresses.of(address)).or(() -> begin(bucket(address, name)));
  }

  /** Gives the attempt back: it was right, and so the wrong ones before are forgiven. */
  void succeeded(String address, String name) {
    addresses.of(address).addTokens(1);
    bucket(address, name).reset();
  }

  private Bucket bucket(String address, String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return names.of(address + " " + key.substring(0, Math.min(100, key.length())));
  }

  private static Optional<Duration> begin(Bucket bucket) {
    long wait = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    return wait > 0 ? Optional.of(Duration.ofNanos(wait)) : Optional.empty();
  }
}
