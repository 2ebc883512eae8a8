package io.countypulse.credit.loan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a loan, its life from day to day.
 *
 * @param positions what its bank said, oldest first, each with the feed and line it comes from
 * @param movements double entry: issued − repaid − written off = outstanding (yuan)
 */
public record LoanDetail(
    LoanItem loan,
    long version,
    List<Stay> residence,
    List<Position> positions,
    List<Movement> movements) {

  public LoanDetail {
    residence = List.copyOf(residence);
    positions = List.copyOf(positions);
    movements = List.copyOf(movements);
  }

  /** Where it counts; the first for all the past. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Stay(@Nullable LocalDate from, UnitCode county, String name) {}

  /** What holds from a day on. */
  public record Position(
      LocalDate from,
      @Nullable LocalDate until,
      LocalDate due,
      String balance,
      String bankOverdue,
      @Nullable LocalDate overdueFrom,
      String status,
      UUID feed,
      @Nullable Integer line) {}

  /** An amount that moved on a day: ISSUED, REPAID, WRITTEN_OFF or ABSENT. */
  public record Movement(LocalDate day, String kind, String amount, String outstanding) {}
}
