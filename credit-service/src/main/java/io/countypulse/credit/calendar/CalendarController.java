package io.countypulse.credit.calendar;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/credit/calendar")
class CalendarController {

  private static final int LONGEST = 400;

  private final FeedCalendar calendar;
  private final BusinessDate businessDate;

  CalendarController(FeedCalendar calendar, BusinessDate businessDate) {
    this.calendar = calendar;
    this.businessDate = businessDate;
  }

  @Operation(
      summary = "报送日历 · Banks by days, with the state of each",
      description =
          "States: ACCEPTED, REFUSED, MISSING, EXPECTED, CLOSED (no business day), NOT_EXPECTED"
              + " (before the bank began). From the first of the month to today unless told"
              + " otherwise; at most 400 days. A bank sees its own row.")
  @GetMapping
  FeedCalendar.Grid grid(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    LocalDate today = businessDate.today();
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.withDayOfMonth(1) : from;
    if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= LONGEST) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "PERIOD_WRONG",
              "日期范围有误",
              "起始日期不能晚于截止日期，且最多 " + LONGEST + " 天",
              "From lies before to, at most " + LONGEST + " days apart")
          .at("from")
          .toException();
    }
    boolean isBank = caller.roles().equals(Set.of(Role.BANK));
    String bank = caller.bank() == null ? "" : caller.bank();
    return calendar.grid(first, last, today, isBank ? bank : null);
  }
}
