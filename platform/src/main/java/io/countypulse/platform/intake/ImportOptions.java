package io.countypulse.platform.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The query of an upload, read strictly. */
record ImportOptions(LocalDate asOf, boolean dryRun, CountyChange countyChange) {

  static ImportOptions of(
      @Nullable String asOf,
      @Nullable String dryRun,
      @Nullable String countyChange,
      LocalDate today) {
    return new ImportOptions(asOf(asOf, today), dryRun(dryRun), countyChange(countyChange));
  }

  private static LocalDate asOf(@Nullable String text, LocalDate today) {
    if (text == null || text.isBlank()) {
      return today;
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException notDate) {
      throw IntakeProblems.wrongOption(
              "asOf", "应为 2024-06-10 形式的日期", "must be a date like 2024-06-10")
          .toException();
    }
    if (day.isAfter(today)) {
      throw IntakeProblems.asOfInTheFuture(today).toException();
    }
    return day;
  }

  private static boolean dryRun(@Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
      case "", "false" -> false;
      case "true" -> true;
      default ->
          throw IntakeProblems.wrongOption("dryRun", "应为 true 或 false", "must be true or false")
              .toException();
    };
  }

  private static CountyChange countyChange(@Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
      case "", "move" -> CountyChange.MOVE;
      case "correct" -> CountyChange.CORRECT;
      case "refuse" -> CountyChange.REFUSE;
      default ->
          throw IntakeProblems.wrongOption(
                  "countyChange", "应为 move、correct 或 refuse", "must be move, correct or refuse")
              .toException();
    };
  }
}
