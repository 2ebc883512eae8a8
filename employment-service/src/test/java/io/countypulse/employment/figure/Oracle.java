package io.countypulse.employment.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts people day by day, by the words of DOMAIN.md § 4, over what files told; it shares nothing
 * with the service.
 */
final class Oracle {

  /**
   * A spell.
   *
   * @param end first day no longer in work
   */
  record Job(LocalDate start, @Nullable LocalDate end, boolean outside) {
    boolean covers(LocalDate day) {
      return !day.isBefore(start) && (end == null || day.isBefore(end));
    }
  }

  private static final class Person {
    private final TreeMap<LocalDate, String> homes = new TreeMap<>();
    private List<Job> jobs = List.of();

    /** The first known county holds for all the past. */
    String home(LocalDate day) {
      Map.Entry<LocalDate, String> entry = homes.floorEntry(day);
      return (entry == null ? homes.firstEntry() : entry).getValue();
    }

    boolean works(LocalDate day) {
      return jobs.stream().anyMatch(job -> job.covers(day));
    }

    /** Of several the one begun last decides; begun the same day, the later row. */
    boolean worksOutside(LocalDate day) {
      @Nullable Job decides = null;
      for (Job job : jobs) {
        if (job.covers(day) && (decides == null || !job.start().isBefore(decides.start()))) {
          decides = job;
        }
      }
      return decides != null && decides.outside();
    }
  }

  private final Map<Integer, Person> people = new TreeMap<>();

  void tell(int person, String county, List<Job> jobs, LocalDate asOf, boolean correct) {
    Person known = people.computeIfAbsent(person, _ -> new Person());
    if (known.homes.isEmpty()) {
      known.homes.put(LocalDate.MIN, county);
    } else if (correct) {
      known.homes.clear();
      known.homes.put(LocalDate.MIN, county);
    } else if (!known.home(asOf).equals(county)) {
      known.homes.put(asOf, county);
    }
    known.jobs = new ArrayList<>(jobs);
  }

  int working(String county, LocalDate day) {
    return count(day, county, Person::works);
  }

  int outOfProvince(String county, LocalDate day) {
    return count(day, county, Person::worksOutside);
  }

  /** In the county of the first day worked in the year. */
  int workedThisYear(String county, LocalDate day) {
    return (int)
        people.values().stream()
            .filter(
                person ->
                    day.withDayOfYear(1)
                        .datesUntil(day.plusDays(1))
                        .filter(person::works)
                        .findFirst()
                        .filter(first -> person.home(first).equals(county))
                        .isPresent())
            .count();
  }

  private int count(LocalDate day, String county, BiPredicate<Person, LocalDate> counts) {
    return (int)
        people.values().stream()
            .filter(person -> counts.test(person, day) && person.home(day).equals(county))
            .count();
  }
}
