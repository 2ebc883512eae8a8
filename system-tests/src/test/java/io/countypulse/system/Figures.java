package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the public API says on a day, in the words of the {@link Oracle}. */
final class Figures {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CITY = "530100";

  /** Columns of the independent count of loans. */
  static final Map<String, String> CREDIT =
      Map.of(
          "credit.target", "target",
          "credit.issued", "issued",
          "credit.issued_households", "issued_households",
          "credit.completion_rate", "completion",
          "credit.outstanding", "outstanding",
          "credit.overdue", "overdue",
          "credit.overdue_households", "overdue_households",
          "credit.overdue_rate", "overdue_rate");

  /** Columns of the independent count of travel subsidies and Yulu grants. */
  static final Map<String, String> SUBSIDY =
      Map.of(
          "transport.entitled", "entitled",
          "transport.paid", "paid",
          "transport.paid_amount", "paid_amount",
          "transport.paid_rate", "paid_rate",
          "yulu.students", "students",
          "yulu.paid", "yulu_paid",
          "yulu.paid_amount", "yulu_amount",
          "yulu.unpaid", "unpaid");

  private static final Map<String, String> EMPLOYMENT =
      Map.of(
          "employment.target", "target",
          "employment.working", "working",
          "employment.out_of_province", "out_of_province",
          "employment.worked_this_year", "worked_this_year",
          "employment.completion_rate", "completion");

  private Figures() {}

  /**
   * By unit code and column, {@code 530113 working}: a number as printed, or the name of the state.
   */
  static Map<String, String> asOf(PulseApi api, LocalDate day) {
    return asOf(api, day, EMPLOYMENT);
  }

  /**
   * @param columns by indicator
   */
  static Map<String, String> asOf(PulseApi api, LocalDate day, Map<String, String> columns) {
    return of(api.getJson("/api/reporting/figures?asOf=" + day), columns);
  }

  static Map<String, String> of(JsonNode frame) {
    return of(frame, EMPLOYMENT);
  }

  static Map<String, String> of(JsonNode frame, Map<String, String> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (JsonNode figure : frame.get("figures")) {
      String column = columns.get(figure.get("indicator").asString());
      if (column != null) {
        String state = figure.get("state").asString();
        cells.put(
            figure.get("county").asString() + " " + column,
            state.equals("VALUE") ? figure.get("value").asString() : state);
      }
    }
    return cells;
  }

  /** Waits until the API says what was counted independently, and fails with the difference. */
  static void awaitEqual(PulseApi api, LocalDate day, Map<String, String> counted) {
    awaitEqual(api, day, EMPLOYMENT, counted);
  }

  static void awaitEqual(
      PulseApi api, LocalDate day, Map<String, String> columns, Map<String, String> counted) {
    try {
      Eventually.holds(
          "figures of " + day + " equal the independent count",
          PATIENCE,
          () -> asOf(api, day, columns).equals(counted));
    } catch (RuntimeException late) {
      assertThat(asOf(api, day, columns)).isEqualTo(counted);
    }
  }

  /** In a frame of the whole city, the city's count is the sum of the counties'. */
  static void assertTotalIsSumOfRows(JsonNode frame) {
    Map<String, String> cells = of(frame);
    for (String column : List.of("working", "out_of_province", "worked_this_year", "target")) {
      int sum =
          cells.entrySet().stream()
              .filter(cell -> cell.getKey().endsWith(" " + column))
              .filter(cell -> !cell.getKey().startsWith(CITY))
              .map(Map.Entry::getValue)
              .filter(value -> Character.isDigit(value.charAt(0)))
              .mapToInt(Integer::parseInt)
              .sum();
      assertThat(cells).containsEntry(CITY + " " + column, Integer.toString(sum));
    }
  }
}
