package io.countypulse.reporting.figure;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Histories made of a few sums, for whoever looks along the days. */
public final class Histories {

  public static final Units UNITS = Units.read(Path.of("src", "test", "resources", "city"));
  public static final UnitCode CITY = new UnitCode("530100");
  public static final UnitCode WUHUA = new UnitCode("530102");
  public static final UnitCode PANLONG = new UnitCode("530103");
  public static final UnitCode GUANDU = new UnitCode("530111");

  private final List<SeriesCells> series = new ArrayList<>();

  /** From this day on the measure is so much more. */
  public Histories add(UnitCode county, String measure, String period, String day, long amount) {
    int epochDay = (int) LocalDate.parse(day).toEpochDay();
    series.add(
        new SeriesCells(
            new SeriesName(county.value(), measure, period),
            new int[] {epochDay},
            new long[] {amount}));
    return this;
  }

  /** Money owed from a day on, all of it told by a bank. */
  public Histories lends(UnitCode county, String day, long yuan) {
    add(county, "credit.loans", "", "1900-01-01", 1);
    add(county, "credit.positions", "", day, 1);
    return add(county, "credit.outstanding", "", day, 100 * yuan);
  }

  /** So much more, or less, is overdue from a day on. */
  public Histories overdue(UnitCode county, String day, long yuan) {
    return add(county, "credit.overdue", "", day, 100 * yuan);
  }

  /** What is to be lent in 2024, in yuan, by a day. */
  public Histories target(UnitCode county, long yuan, String deadline) {
    add(county, "credit.target_holds", "2024", "2024-01-01", 1);
    add(county, "credit.deadline", "2024", "2024-01-01", LocalDate.parse(deadline).toEpochDay());
    return add(county, "credit.target", "2024", "2024-01-01", 100 * yuan);
  }

  public Map<UnitCode, UnitHistory> all() {
    return UnitHistory.of(board(), UNITS);
  }

  Board board() {
    return Board.EMPTY.with(List.of(new Emission("1", "topic", 0, false, null, null, series)));
  }
}
