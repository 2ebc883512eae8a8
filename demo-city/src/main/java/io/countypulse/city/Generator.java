package io.countypulse.city;

import io.countypulse.city.files.Format;
import io.countypulse.city.files.Rows;
import io.countypulse.city.lending.Feeds;
import io.countypulse.city.lending.Lending;
import io.countypulse.city.people.Headcount;
import io.countypulse.city.people.Register;
import io.countypulse.city.people.Residents;
import io.countypulse.city.people.WorkerRows;
import io.countypulse.city.subsidy.SubsidyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Peoples a place and writes its folder; parts are written side by side, and memory does not grow
 * with the people.
 */
final class Generator {

  private static final Pattern PEOPLE =
      Pattern.compile("(households|workers)(-\\d+)?\\.(csv|xlsx)");

  private final Place place;
  private final long seed;
  private final Format format;
  private final Set<Unit> known;
  private final Map<Unit, Residents> residents = new ConcurrentHashMap<>();

  Generator(Place place, long seed, Format format) {
    this.place = place;
    this.seed = seed;
    this.format = format;
    this.known = known(place);
  }

  /**
   * Units whose people other departments' files speak of: those of a nation do not fit in memory.
   */
  private static Set<Unit> known(Place place) {
    return Stream.concat(
            place.lending().stream().map(Lending::unit),
            place.subsidies().isEmpty() ? Stream.empty() : place.units().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  Generated write(Path out, Consumer<String> progress) throws IOException {
    long began = System.nanoTime();
    CityFolder folder = new CityFolder(out, place);
    folder.begin();
    List<Part> parts = Part.cut(Plan.of(place, seed), format.peoplePerFile());
    List<Path> files = new ArrayList<>();
    parts.forEach(part -> files.add(file(out, "households", part, parts.size())));
    parts.forEach(part -> files.add(file(out, "workers", part, parts.size())));
    refuseOthers(out, files);
    long rows = writeAll(parts, files, progress);
    files.add(folder.writeTargets(format));
    files.addAll(
        new SubsidyFiles(out, place.today(), seed, format).write(place.subsidies(), residents));
    List<Path> feeds = new Feeds(out, place, seed).write(residents);
    folder.write(seed);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Generated(place, files, feeds, place.people(), rows, bytes, took);
  }

  /** Files of another size or format would be loaded beside the new ones. */
  private static void refuseOthers(Path out, List<Path> files) throws IOException {
    try (Stream<Path> there = Files.list(out)) {
      Optional<Path> other =
          there
              .filter(file -> !files.contains(file))
              .filter(file -> PEOPLE.matcher(file.getFileName().toString()).matches())
              .findFirst();
      if (other.isPresent()) {
        throw new IOException("目录中已有其他名册 another register is there: " + other.get());
      }
    }
  }

  private long writeAll(List<Part> parts, List<Path> files, Consumer<String> progress)
      throws IOException {
    Register register = new Register(place.today(), seed);
    int threads = Math.min(parts.size(), Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> written = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        Path households = files.get(i);
        Path workers = files.get(parts.size() + i);
        written.add(pool.submit(() -> write(register, part, households, workers, progress)));
      }
      return sum(written, pool);
    }
  }

  private static long sum(List<Future<Long>> written, ExecutorService pool) throws IOException {
    try {
      long rows = 0;
      for (Future<Long> part : written) {
        rows += part.get();
      }
      return rows;
    } catch (ExecutionException failed) {
      pool.shutdownNow();
      throw new IOException(failed.getCause());
    } catch (InterruptedException interrupted) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private long write(
      Register register,
      Part part,
      Path householdsFile,
      Path workersFile,
      Consumer<String> progress)
      throws IOException {
    try (Rows households = format.open(householdsFile, Register.HOUSEHOLDS);
        Rows workers = format.open(workersFile, WorkerRows.COLUMNS)) {
      long first = part.first();
      for (Headcount unit : part.units()) {
        Residents written = register.write(unit, first, households, workers);
        if (known.contains(unit.quota().unit())) {
          residents.put(unit.quota().unit(), written);
        }
        first += unit.people();
        if (place.quotas().size() < 100) {
          progress.accept("%s %,d".formatted(unit.quota().unit().name(), unit.people()));
        }
      }
      progress.accept("%s: %,d".formatted(workersFile.getFileName(), part.people()));
      return households.written() + workers.written();
    }
  }

  private Path file(Path out, String kind, Part part, int parts) {
    String number = parts == 1 ? "" : "-%0" + Integer.toString(parts).length() + "d";
    return out.resolve(kind + number.formatted(part.number()) + "." + format.extension());
  }
}
