package io.countypulse.reporting.feed;

/** How a bank's business day stands, as {@code credit.feed.v1} says it. */
public enum FeedState {
  ACCEPTED,
  REFUSED,
  MISSING
}
