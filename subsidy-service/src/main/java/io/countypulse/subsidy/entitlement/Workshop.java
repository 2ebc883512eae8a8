package io.countypulse.subsidy.entitlement;

import static io.countypulse.subsidy.entitlement.EventReading.day;
import static io.countypulse.subsidy.entitlement.EventReading.optional;
import static io.countypulse.subsidy.entitlement.EventReading.optionalDay;
import static io.countypulse.subsidy.entitlement.EventReading.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is kept of {@code employment.workshop.v1}. */
record Workshop(String id, long version, String county, LocalDate businessDate, List<Post> posts)
    implements EventReading.State {

  static final String TYPE = "io.countypulse.employment.workshop.v1";

  private static final int FEWEST_WORKERS = 5;

  /**
   * Somebody's time in the workshop.
   *
   * @param until first day no longer there; null while open
   * @param wage fen a month; 0 where it is not told
   */
  record Post(String personId, LocalDate from, @Nullable LocalDate until, long wage) {

    /** At work on the month's last day, and by then for a month. */
    boolean countsIn(YearMonth month) {
      LocalDate next = month.plusMonths(1).atDay(1);
      return !from.plusMonths(1).isAfter(next) && (until == null || !until.isBefore(next));
    }
  }

  /** A month whose wages are subsidised, in fen. */
  record Month(YearMonth month, long wages) {}

  Workshop {
    posts = List.copyOf(posts);
  }

  static Workshop read(JsonNode event) {
    return new Workshop(
        text(event, "workshopId"),
        event.get("version").longValue(),
        text(event, "county"),
        day(event, "businessDate"),
        event.get("posts").valueStream().map(Workshop::post).toList());
  }

  private static Post post(JsonNode post) {
    String wage = optional(post, "monthlyWage");
    return new Post(
        text(post, "personId"),
        day(post, "from"),
        optionalDay(post, "until"),
        wage == null ? 0 : new BigDecimal(wage).movePointRight(2).longValueExact());
  }

  /** Months over by a day in which five people or more had worked for a month. DOMAIN.md § 6. */
  List<Month> months(LocalDate first, LocalDate day) {
    List<Month> found = new ArrayList<>();
    YearMonth last = YearMonth.from(day.plusDays(1)).minusMonths(1);
    for (YearMonth month = YearMonth.from(first);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      Map<String, Long> wages = new HashMap<>();
      for (Post post : posts) {
        if (post.countsIn(month)) {
          wages.merge(post.personId(), post.wage(), Math::max);
        }
      }
      if (wages.size() >= FEWEST_WORKERS) {
        found.add(new Month(month, wages.values().stream().mapToLong(Long::longValue).sum()));
      }
    }
    return found;
  }
}
