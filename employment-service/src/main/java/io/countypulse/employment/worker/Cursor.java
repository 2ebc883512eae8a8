package io.countypulse.employment.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countypulse.platform.web.Problem;
import java.util.Base64;
import org.springframework.http.HttpStatus;

/** Where a page ended: lists go by county of today, household and person. */
record Cursor(String county, String householdId, String personId) {

  private static final String BETWEEN = "\n";

  static final Cursor START = new Cursor("", "", "");

  /** Reads what a client hands back. */
  static Cursor parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(BETWEEN, -1);
      if (parts.length == 3) {
        return new Cursor(parts[0], parts[1], parts[2]);
      }
    } catch (IllegalArgumentException notBase64) {
      // Answered below: it is no cursor of ours.
    }
    throw Problem.of(
            HttpStatus.BAD_REQUEST,
            "CURSOR_INVALID",
            "分页位置无效",
            "请从第一页重新查询",
            "This is no cursor of a list: begin with the first page")
        .at("after")
        .toException();
  }

  @Override
  public String toString() {
    String plain = String.join(BETWEEN, county, householdId, personId);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }
}
