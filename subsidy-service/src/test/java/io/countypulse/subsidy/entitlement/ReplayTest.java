package io.countypulse.subsidy.entitlement;

import static io.countypulse.subsidy.Sheets.away;
import static io.countypulse.subsidy.Sheets.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However events come, repeated, stale or in whatever batches, the same cases stand. */
class ReplayTest {

  private static final int PEOPLE = 40;
  private static final int VERSIONS = 4;

  private final Department department = Department.shared().reset();

  @Test
  void takingEverythingTwiceChangesNothing() {
    String[] events = events(new Random(1)).toArray(String[]::new);
    department.hears("employment.worker.v1", events);
    List<String> once = everything();
    assertThat(department.events("case")).isNotEmpty();
    department.hears("employment.worker.v1", events);
    assertThat(everything()).isEqualTo(once);
    assertThat(department.events("case")).isEmpty();
  }

  @Test
  void anyOrderRepetitionAndBatchingGivesTheSameCases() {
    for (long seed = 1; seed <= 8; seed++) {
      List<String> events = events(new Random(7));
      department.reset().hears("employment.worker.v1", events.toArray(String[]::new));
      List<String> expected = standing();
      List<String> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, events.size() / 2));
      Random order = new Random(seed);
      Collections.shuffle(shuffled, order);
      department.reset();
      for (int from = 0; from < shuffled.size(); ) {
        int to = Math.min(shuffled.size(), from + 1 + order.nextInt(60));
        department.hears("employment.worker.v1", shuffled.subList(from, to).toArray(String[]::new));
        from = to;
      }
      assertThat(standing()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** Each person's states one after the other. */
  private static List<String> events(Random random) {
    List<String> events = new ArrayList<>();
    for (int person = 1; person <= PEOPLE; person++) {
      for (int version = 1; version <= VERSIONS; version++) {
        events.add(
            worker(
                person,
                version,
                "2024-06-10",
                random.nextBoolean() ? "530113" : "530113,2024-05-01 530102",
                String.join(",", spells(random))));
      }
    }
    return events;
  }

  private static List<String> spells(Random random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(
            _ -> {
              LocalDate start = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(500));
              String end =
                  random.nextBoolean() ? "" : start.plusDays(1 + random.nextInt(300)).toString();
              return away(start.toString(), end);
            })
        .toList();
  }

  private List<String> everything() {
    return department
        .database()
        .sql("select row_to_json(c)::text from subsidy_case c order by id")
        .query(String.class)
        .list();
  }

  /** What anybody is entitled to; what fell away again on the way leaves no trace in figures. */
  private List<String> standing() {
    return department
        .database()
        .sql(
            """
            select concat_ws(' ', id, entitled_from, entitled_fen, county, residence, household_id, step, step_from)
            from subsidy_case where entitled_from is not null order by id
            """)
        .query(String.class)
        .list();
  }
}
