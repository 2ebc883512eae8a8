package io.countypulse.reporting.feed;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every bank's days, as far as the log has told. Immutable.
 *
 * @param days by bank and day; the version decides between two states of a day
 */
public record BankFeeds(Map<String, Map<LocalDate, Told>> days) {

  /** Nothing told yet. */
  public static final BankFeeds NONE = new BankFeeds(Map.of());

  /** A day as one version of it told. */
  public record Told(long version, FeedState state) {}

  public BankFeeds {
    Map<String, Map<LocalDate, Told>> copy = new TreeMap<>();
    days.forEach((bank, told) -> copy.put(bank, Map.copyOf(told)));
    days = Collections.unmodifiableMap(copy);
  }

  /** The banks that have been told of. */
  public NavigableSet<String> banks() {
    return Collections.unmodifiableNavigableSet(new TreeSet<>(days.keySet()));
  }

  /** How a bank's day stands; null where nothing is said of it. */
  public @Nullable FeedState on(LocalDate day, String bank) {
    Told on = days.getOrDefault(bank, Map.of()).get(day);
    return on == null ? null : on.state();
  }

  /** These and more; the higher version of a day stands. */
  BankFeeds with(Collection<FeedDay> more) {
    Map<String, Map<LocalDate, Told>> all = new TreeMap<>();
    days.forEach((bank, told) -> all.put(bank, new TreeMap<>(told)));
    for (FeedDay each : more) {
      all.computeIfAbsent(each.bank(), _ -> new TreeMap<>())
          .merge(each.day(), each.told(), (one, two) -> two.version() > one.version() ? two : one);
    }
    return new BankFeeds(all);
  }
}
