package io.countypulse.platform.time;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which days offices and banks work: Monday to Friday, but for public holidays and for weekend
 * days that make up for them (调休).
 *
 * @param exceptions by date
 */
public record BusinessDays(Map<LocalDate, Exceptional> exceptions) {

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /**
   * A day that is not what its weekday says.
   *
   * @param name of the holiday, or of that which is made up for
   */
  public record Exceptional(boolean working, String name) {}

  public BusinessDays {
    exceptions = Map.copyOf(exceptions);
  }

  /**
   * Reads a file of holidays: CSV with the columns {@code date, kind, name}; kind 休 or {@code
   * holiday}, 班 or {@code workday}.
   *
   * @throws IllegalArgumentException naming the line that is not so
   */
  public static BusinessDays read(Reader text, String source) throws IOException {
    Map<LocalDate, Exceptional> exceptions = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        try {
          LocalDate day = LocalDate.parse(row.getField("date").strip());
          exceptions.put(day, new Exceptional(working(row), row.getField("name").strip()));
        } catch (DateTimeParseException | java.util.NoSuchElementException malformed) {
          throw new IllegalArgumentException(
              source + " line " + row.getStartingLineNumber() + ": expected date,kind,name",
              malformed);
        }
      }
    }
    return new BusinessDays(exceptions);
  }

  private static boolean working(NamedCsvRecord row) {
    return switch (row.getField("kind").strip()) {
      case "班", "workday" -> true;
      case "休", "holiday" -> false;
      default -> throw new java.util.NoSuchElementException("kind");
    };
  }

  /** Whether it is one. */
  public boolean includes(LocalDate day) {
    Exceptional exception = exceptions.get(day);
    return exception == null ? !WEEKEND.contains(day.getDayOfWeek()) : exception.working();
  }

  /** Name of the holiday, or of that which is made up for; null on an ordinary day. */
  public @Nullable String name(LocalDate day) {
    Exceptional exception = exceptions.get(day);
    return exception == null ? null : exception.name();
  }

  /** Whether the holidays of a year are told at all; else its days are what their weekdays say. */
  public boolean knows(int year) {
    return exceptions.keySet().stream().anyMatch(day -> day.getYear() == year);
  }

  /** Business days from one day to another, both included. */
  public List<LocalDate> between(LocalDate from, LocalDate to) {
    return from.isAfter(to)
        ? List.of()
        : from.datesUntil(to.plusDays(1)).filter(this::includes).toList();
  }
}
