package io.countypulse.credit.interest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quarter of a year, written {@code 2024Q2}. */
record Quarter(LocalDate first) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-?Q([1-4])");
  private static final int MONTHS = 3;

  Quarter {
    if (first.getDayOfMonth() != 1 || first.getMonthValue() % MONTHS != 1) {
      throw new IllegalArgumentException("not the first day of a quarter: " + first);
    }
  }

  static Quarter of(LocalDate day) {
    int month = (day.getMonthValue() - 1) / MONTHS * MONTHS + 1;
    return new Quarter(LocalDate.of(day.getYear(), month, 1));
  }

  static Optional<Quarter> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            of(
                LocalDate.of(
                    Integer.parseInt(written.group(1)),
                    Integer.parseInt(written.group(2)) * MONTHS,
                    1)))
        : Optional.empty();
  }

  /** Its last day. */
  LocalDate last() {
    return first.plusMonths(MONTHS).minusDays(1);
  }

  @Override
  @JsonValue
  public String toString() {
    return first.getYear() + "Q" + ((first.getMonthValue() + 2) / MONTHS);
  }
}
