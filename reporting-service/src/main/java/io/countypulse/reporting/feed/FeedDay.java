package io.countypulse.reporting.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One bank's day, as {@code credit.feed.v1} tells it. */
record FeedDay(String bank, LocalDate day, BankFeeds.Told told) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads an event; none where it is not one. */
  static Optional<FeedDay> read(byte[] json) {
    try {
      JsonNode event = JSON.readTree(json);
      return Optional.of(
          new FeedDay(
              event.required("bank").asString(),
              LocalDate.parse(event.required("businessDate").asString()),
              new BankFeeds.Told(
                  event.required("version").asLong(),
                  FeedState.valueOf(event.required("state").asString()))));
    } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
