package io.countypulse.city;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A workers file as a reader understands it who knows DOMAIN.md § 4 and nothing of the generator.
 */
final class ReadRegister {

  record Job(LocalDate start, LocalDate end, boolean away) {
    boolean covers(LocalDate day) {
      return !start.isAfter(day) && end.isAfter(day);
    }
  }

  record Worker(String id, String household, String county, String identityNumber, List<Job> jobs) {

    boolean works(LocalDate day) {
      return jobs.stream().anyMatch(job -> job.covers(day));
    }

    boolean worksAway(LocalDate day) {
      Job deciding = null;
      for (Job job : jobs) {
        if (job.covers(day) && (deciding == null || !job.start().isBefore(deciding.start()))) {
          deciding = job;
        }
      }
      return deciding != null && deciding.away();
    }

    /** DOMAIN.md § 6: out of the province for three months of the year, and still on that day. */
    boolean entitledBy(LocalDate day) {
      LocalDate newYear = day.withDayOfYear(1);
      return jobs.stream()
          .filter(Job::away)
          .anyMatch(
              job -> {
                LocalDate counted = job.start().isBefore(newYear) ? newYear : job.start();
                LocalDate due = counted.plusMonths(3);
                return !due.isAfter(day) && job.covers(due);
              });
    }
  }

  private final Map<String, String> codes = new HashMap<>();
  final Map<String, Worker> workers = new LinkedHashMap<>();

  ReadRegister(Place place) {
    for (Unit unit : place.units()) {
      codes.put(unit.name(), unit.code());
      codes.put(unit.fullName(), unit.code());
      unit.aliases().forEach(alias -> codes.put(alias, unit.code()));
    }
  }

  static ReadRegister of(Place place, List<Path> files) throws IOException {
    ReadRegister register = new ReadRegister(place);
    for (Path file : files) {
      if (file.getFileName().toString().startsWith("workers")) {
        register.read(file);
      }
    }
    return register;
  }

  void read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(this::add);
    }
  }

  /** Persons of whom something holds, by unit code. */
  Map<String, Integer> count(Predicate<Worker> holds) {
    Map<String, Integer> counts = new TreeMap<>();
    workers.values().stream().filter(holds).forEach(w -> counts.merge(w.county(), 1, Integer::sum));
    return counts;
  }

  long working(LocalDate day) {
    return workers.values().stream().filter(worker -> worker.works(day)).count();
  }

  private void add(NamedCsvRecord row) {
    String county = codes.getOrDefault(row.getField("县（市）区"), "UNKNOWN");
    Worker worker =
        workers.computeIfAbsent(
            row.getField("人编号"),
            id ->
                new Worker(
                    id, row.getField("户编号"), county, row.getField("证件号码"), new ArrayList<>(2)));
    if (!worker.county().equals(county)) {
      throw new AssertionError(worker.id() + " lives in two counties");
    }
    if (!row.getField("开始日期").isEmpty()) {
      String end = row.getField("结束日期");
      worker.jobs.add(
          new Job(
              LocalDate.parse(row.getField("开始日期")),
              end.isEmpty() ? LocalDate.MAX : LocalDate.parse(end),
              row.getField("务工区域").equals("省外")));
    }
  }
}
