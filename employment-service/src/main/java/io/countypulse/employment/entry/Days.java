package io.countypulse.employment.entry;

import io.countypulse.employment.intake.FormProblem;
import io.countypulse.platform.time.BusinessDate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the day from which something holds. */
@Component
class Days {

  private final BusinessDate businessDate;

  Days(BusinessDate businessDate) {
    this.businessDate = businessDate;
  }

  /** The day told, or the business date; never one after it. */
  LocalDate upToToday(String field, @Nullable String text) {
    LocalDate today = businessDate.today();
    if (text == null || text.isBlank()) {
      return today;
    }
    LocalDate day = parsed(field, text.strip());
    if (day.isAfter(today)) {
      throw FormProblem.of(
          field,
          "DATE_IN_FUTURE",
          "日期晚于业务日期 " + today + "，请在实际发生后再填报",
          "The date is after the business date " + today);
    }
    return day;
  }

  private static LocalDate parsed(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw FormProblem.of(
          field, "DATE_IMPOSSIBLE", "日期不存在或格式不对，应如 2024-06-10", "No such date; write 2024-06-10");
    }
  }
}
