package io.countypulse.reporting.risk;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record's state as far as it says something of a household's risk: ids, days and counties, and
 * nothing of a person.
 *
 * @param id of the record: the person, or the household
 * @param days on which the reason holds; of any order, they may overlap
 * @param homes by day; none where the record does not tell
 * @param category 户类型; null where it is not told
 */
record Told(
    String id,
    String household,
    long version,
    Instant recordedAt,
    List<Days> days,
    List<Home> homes,
    @Nullable String category) {

  Told {
    if (version < 1 || (id + household).indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not the contract's shape");
    }
    days = days.stream().filter(each -> !each.none()).toList();
    homes = List.copyOf(homes);
  }

  static Told of(
      JsonNode event, String id, List<Days> days, List<Home> homes, @Nullable String category) {
    return new Told(
        event.required(id).stringValue(),
        event.required("householdId").stringValue(),
        event.required("version").longValue(),
        Instant.parse(event.required("recordedAt").stringValue()),
        days,
        homes,
        category);
  }

  /** The higher version of two. */
  Told or(Told other) {
    return other.version > version ? other : this;
  }

  /** The days as PostgreSQL writes a multirange. */
  String multirange() {
    return days.stream().map(Days::range).collect(joining(",", "{", "}"));
  }

  /** A column of the homes as PostgreSQL writes an array. */
  String homes(Function<Home, String> column) {
    return homes.stream().map(column).collect(joining(",", "{", "}"));
  }
}
