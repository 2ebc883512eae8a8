package io.countypulse.reporting.risk;

import io.countypulse.platform.web.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Where a page of the list ended; clients hand its text back as they got it. */
record Position(int level, LocalDate since, String householdId) {

  private static final Position START = new Position(0, LocalDate.of(1, 1, 1), "");
  private static final String BETWEEN = "|";

  Position {
    if (since.getYear() < 1 || since.getYear() > 9999 || householdId.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a position of the list");
    }
  }

  static Position behind(Risk last) {
    if (last.level() == null || last.since() == null) {
      throw new IllegalArgumentException("a household without a level is in no list");
    }
    return new Position(last.level().number(), last.since(), last.householdId());
  }

  /**
   * What a client hands back; the position before everything where it hands back nothing.
   *
   * @throws org.springframework.web.ErrorResponseException 400 {@code CURSOR_INVALID}
   */
  static Position parse(@Nullable String text) {
    if (text == null) {
      return START;
    }
    List<String> parts = List.of(text.split("\\|", 3));
    if (parts.size() == 3) {
      try {
        return new Position(
            Integer.parseInt(parts.getFirst()), LocalDate.parse(parts.get(1)), parts.getLast());
      } catch (IllegalArgumentException | DateTimeException _) {
        throw invalid();
      }
    }
    throw invalid();
  }

  private static RuntimeException invalid() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "CURSOR_INVALID",
            "分页位置无效",
            "请从第一页重新查询。",
            "This is no cursor of a list: begin with the first page.")
        .at("after")
        .toException();
  }

  @Override
  public String toString() {
    return level + BETWEEN + since + BETWEEN + householdId;
  }
}
