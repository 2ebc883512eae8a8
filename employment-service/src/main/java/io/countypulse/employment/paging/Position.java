package io.countypulse.employment.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countypulse.platform.web.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where a page ended: the values its list is sorted by, those of the last line. Clients hand its
 * text back as they got it.
 */
public record Position(List<String> values) {

  private static final String BETWEEN = "\n";

  public Position {
    values = List.copyOf(values);
  }

  /** The position behind a line. */
  public static Position behind(String... values) {
    return new Position(List.of(values));
  }

  /**
   * What a client hands back; the position before everything where it hands back nothing.
   *
   * @param first the values before those of any line
   * @throws org.springframework.web.ErrorResponseException 400 {@code CURSOR_INVALID}
   */
  public static Position parse(@Nullable String text, String... first) {
    return text == null ? behind(first) : parse(text, first.length);
  }

  private static Position parse(String text, int size) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      List<String> values = List.of(plain.split(BETWEEN, -1));
      if (values.size() == size && values.stream().allMatch(Position::isPlain)) {
        return new Position(values);
      }
    } catch (IllegalArgumentException notBase64) {
      // Answered below: it is no position of ours.
    }
    throw invalid();
  }

  private static boolean isPlain(String value) {
    return value.chars().noneMatch(Character::isISOControl);
  }

  private static RuntimeException invalid() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "CURSOR_INVALID",
            "分页位置无效",
            "请从第一页重新查询",
            "This is no cursor of a list: begin with the first page")
        .at("after")
        .toException();
  }

  /** One of the values, from 0. */
  public String value(int place) {
    return values.get(place);
  }

  /** One of the values, a day. */
  public LocalDate day(int place) {
    try {
      return LocalDate.parse(values.get(place));
    } catch (DateTimeParseException noDay) {
      throw invalid();
    }
  }

  /** One of the values, a whole number. */
  public int number(int place) {
    try {
      return Integer.parseInt(values.get(place));
    } catch (NumberFormatException noNumber) {
      throw invalid();
    }
  }

  /** One of the values, a generated id. */
  public UUID id(int place) {
    try {
      return UUID.fromString(values.get(place));
    } catch (IllegalArgumentException noId) {
      throw invalid();
    }
  }

  /** As clients hand it back. */
  @Override
  public String toString() {
    byte[] plain = String.join(BETWEEN, values).getBytes(UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}
