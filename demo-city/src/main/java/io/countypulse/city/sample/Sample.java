package io.countypulse.city.sample;

import io.countypulse.city.Place;
import io.countypulse.city.Quota;
import io.countypulse.city.files.Format;
import io.countypulse.city.files.Rows;
import io.countypulse.city.people.Headcount;
import io.countypulse.city.people.Register;
import io.countypulse.city.people.WorkerRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Workers files of one row a person, all of them in work on the business date: as many rows as the
 * place's quotas have working persons, 158,167 for 昆明市. The same seed gives the same people in
 * every file.
 */
public final class Sample {

  private final Place place;
  private final Register register;

  private Sample(Place place, long seed) {
    this.place = place;
    this.register = Register.plain(place.today(), seed);
  }

  /** One person a working person of the place's quotas. */
  public static Sample of(Place place, long seed) {
    return new Sample(place, seed);
  }

  /** Rows of the whole file, which is as many people. */
  public int rows() {
    return place.quotas().stream().mapToInt(Quota::working).sum();
  }

  /** Writes everybody; persons in work on the business date by unit code. */
  public Map<String, Integer> writeWorkers(Path file) throws IOException {
    write(file, (_, cells) -> cells);
    return working();
  }

  /**
   * Writes everybody, of whom some, evenly spread, have stopped working on the business date.
   *
   * @param round other people in each round, as long as people × rounds ≤ rows
   * @return persons in work on the business date by unit code
   */
  public Map<String, Integer> writeCorrected(Path file, int people, int round) throws IOException {
    return writeStopped(file, new Spread(rows(), people, round), true);
  }

  /**
   * Writes only those who stopped working in {@link #writeCorrected}, with the same result once
   * both files are in.
   */
  public Map<String, Integer> writeCorrections(Path file, int people, int round)
      throws IOException {
    return writeStopped(file, new Spread(rows(), people, round), false);
  }

  /**
   * Writes everybody, of whose rows some, evenly spread, cannot be taken: what is wrong with each,
   * in the file's order.
   */
  public List<FaultyRow> writeFaulty(Path file, int faults) throws IOException {
    Spread spread = new Spread(rows(), faults, 0);
    List<Fault> kinds = List.copyOf(EnumSet.allOf(Fault.class));
    List<FaultyRow> faulty = new ArrayList<>();
    write(
        file,
        (row, cells) -> {
          if (!spread.includes(row)) {
            return cells;
          }
          Fault fault = kinds.get(faulty.size() % kinds.size());
          faulty.add(new FaultyRow(row + 2, cells.get(WorkerRows.COLUMNS.indexOf("人编号")), fault));
          return fault.spoil(cells, place.today());
        });
    return faulty;
  }

  private Map<String, Integer> writeStopped(Path file, Spread spread, boolean everybody)
      throws IOException {
    Map<String, Integer> working = working();
    Map<String, String> codes = new TreeMap<>();
    place.units().forEach(unit -> codes.put(unit.name(), unit.code()));
    write(
        file,
        (row, cells) -> {
          if (!spread.includes(row)) {
            return everybody ? cells : List.of();
          }
          String unit = cells.getFirst();
          working.merge(codes.getOrDefault(unit, unit), -1, Integer::sum);
          List<String> stopped = new ArrayList<>(cells);
          stopped.set(WorkerRows.COLUMNS.indexOf("结束日期"), place.today().toString());
          return stopped;
        });
    return working;
  }

  private Map<String, Integer> working() {
    Map<String, Integer> working = new TreeMap<>();
    place.quotas().forEach(quota -> working.put(quota.unit().code(), quota.working()));
    return working;
  }

  private void write(Path file, EditedRows.Edit edit) throws IOException {
    try (Rows workers = new EditedRows(Format.CSV.open(file, WorkerRows.COLUMNS), edit);
        Rows households = Rows.nowhere()) {
      long first = 0;
      for (Quota quota : place.quotas()) {
        register.write(new Headcount(quota, quota.working(), 0, 0), first, households, workers);
        first += quota.working();
      }
    }
  }
}
