package io.countypulse.city;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.city.ReadRegister.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What DOMAIN.md § 9 asks of the demo city, read back from its files. */
class ProofTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final LocalDate MONTH_AGO = LocalDate.of(2024, 5, 10);
  private static final Place KUNMING = Kunming.PLACE;

  private static final Path DIRECTORY = Kunming.directory();

  private static Generated made;
  private static ReadRegister register;

  @BeforeAll
  static void generate() throws IOException {
    made = Kunming.made();
    register = ReadRegister.of(KUNMING, made.files());
  }

  @Test
  void everyCellOfTheEmploymentTableComesOut() {
    assertEquals(quotas(Quota::working), register.count(worker -> worker.works(TODAY)));
    assertEquals(158_167, register.working(TODAY));
    Map<String, Integer> away = quotas(Quota::outOfProvince);
    away.values().removeIf(count -> count == 0);
    assertEquals(away, register.count(worker -> worker.worksAway(TODAY)));
    assertEquals(12_591, away.values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void theTablesThemselvesAreTheBulletins() {
    assertEquals(16, KUNMING.quotas().size());
    assertEquals(
        157_000,
        KUNMING.quotas().stream()
            .filter(q -> q.target() != null)
            .mapToInt(ProofTest::target)
            .sum());
    assertEquals(List.of("Z530102"), codes(q -> q.target() == null));
    assertTrue(codes(q -> q.unit().name().equals("官渡区")).isEmpty());
  }

  @Test
  void theRegisterHasTheWorkersOf2020() {
    assertEquals(219_500, register.workers.size());
    assertEquals(219_500, made.people());
    assertTrue(workers().stream().allMatch(worker -> worker.jobs().size() <= 4));
    assertTrue(workers().stream().anyMatch(worker -> worker.jobs().size() == 4));
    assertTrue(workers().stream().anyMatch(worker -> worker.jobs().isEmpty()));
  }

  @Test
  void nobodyStartsAfterTheBusinessDateThoughSomeHaveAnEndInSight() {
    LocalDate opened = LocalDate.of(2022, 1, 1);
    var jobs = workers().stream().flatMap(worker -> worker.jobs().stream()).toList();
    assertTrue(jobs.stream().allMatch(job -> job.start().isBefore(job.end())));
    assertTrue(jobs.stream().noneMatch(job -> job.start().isAfter(TODAY)));
    assertTrue(jobs.stream().noneMatch(job -> job.start().isBefore(opened)));
    assertTrue(
        jobs.stream().anyMatch(j -> j.end().isAfter(TODAY) && !j.end().equals(LocalDate.MAX)));
  }

  @Test
  void whoeverIsAwayTodayLeftThreeMonthsAgoOrEarlier() {
    assertTrue(
        workers().stream()
            .flatMap(worker -> worker.jobs().stream())
            .filter(job -> job.away() && job.covers(TODAY))
            .noneMatch(job -> job.start().isAfter(TODAY.minusMonths(3))));
  }

  @Test
  void nobodyEntitledToATravelGrantHasComeHome() {
    assertEquals(
        register.count(worker -> worker.worksAway(TODAY)),
        register.count(worker -> worker.entitledBy(TODAY)));
  }

  @Test
  void aMonthAgoTheCityHadFewerInWorkButSomeCountiesMore() {
    Map<String, Integer> now = register.count(worker -> worker.works(TODAY));
    Map<String, Integer> then = register.count(worker -> worker.works(MONTH_AGO));
    long change = register.working(TODAY) - register.working(MONTH_AGO);
    assertTrue(change > 100 && change < 1_600, "changed by " + change);
    then.forEach((unit, before) -> now.merge(unit, before, (after, earlier) -> after - earlier));
    assertTrue(now.values().stream().anyMatch(difference -> difference < 0));
    assertTrue(now.values().stream().anyMatch(difference -> difference > 0));
  }

  @Test
  void theTrendRisesSlowlyAndDipsAtSpringFestival() {
    long spring2022 = register.working(LocalDate.of(2022, 4, 1));
    long spring2023 = register.working(LocalDate.of(2023, 4, 1));
    long spring2024 = register.working(LocalDate.of(2024, 4, 1));
    assertTrue(spring2022 < spring2023 && spring2023 < spring2024);
    assertTrue(spring2022 > 0.9 * spring2024);
    for (LocalDate festival :
        List.of(LocalDate.of(2022, 2, 1), LocalDate.of(2023, 1, 22), LocalDate.of(2024, 2, 10))) {
      long holidays = register.working(festival);
      assertTrue(holidays < 0.97 * register.working(festival.plusDays(60)), festival + " up");
      assertTrue(holidays < 0.97 * register.working(festival.minusDays(30)), festival + " down");
    }
  }

  @Test
  void overlappingAndSameDaySpellsAreThere() {
    assertTrue(workers().stream().anyMatch(ProofTest::overlaps));
    assertTrue(
        workers().stream()
            .anyMatch(
                w ->
                    w.jobs().stream().map(ReadRegister.Job::start).distinct().count()
                        < w.jobs().size()));
  }

  @Test
  void identityNumbersAreSoundUniqueAndNobodys() {
    Set<String> seen = new HashSet<>();
    for (Worker worker : workers()) {
      String number = worker.identityNumber();
      assertTrue(seen.add(number), "twice");
      assertTrue(number.matches("53019\\d{12}[\\dX]"), number);
      LocalDate born =
          LocalDate.parse(
              number.substring(6, 14),
              DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT));
      assertTrue(born.isAfter(TODAY.minusYears(66)) && !born.isAfter(TODAY.minusYears(16)));
      assertEquals(1, checksum(number), number);
    }
  }

  @Test
  void idsSayNothing() {
    for (Worker worker : workers()) {
      assertTrue(worker.id().matches("P[0-9A-Z]{8}"), worker.id());
      assertTrue(worker.household().matches("H[0-9A-Z]{8}"), worker.household());
    }
  }

  @Test
  void theOracleReadsTheSameFigures() throws Exception {
    List<String> lines =
        Oracle.figures(
            DIRECTORY.resolve("workers.csv"), DIRECTORY.resolve("targets.csv"), "2024-06-10");
    assertEquals("530100,157000,158167,12591", lines.get(1).replaceAll("(,[^,]*){2}$", ""));
    assertTrue(lines.get(1).endsWith(",100.74"), lines.get(1));
    for (Quota quota : KUNMING.quotas()) {
      String expected =
          "%s,%s,%d,%d,"
              .formatted(
                  quota.unit().code(),
                  quota.target() == null ? "NO_TARGET" : quota.target(),
                  quota.working(),
                  quota.outOfProvince());
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(expected)), expected);
    }
    assertTrue(lines.contains("530111" + ",NOT_REPORTED".repeat(5)));
  }

  /** Modulo 11 with weights that are powers of two: 1 when sound (GB 11643). */
  private static int checksum(String number) {
    int sum = 0;
    for (int i = 0; i < 18; i++) {
      char digit = number.charAt(i);
      sum = (sum * 2 + (digit == 'X' ? 10 : digit - '0')) % 11;
    }
    return sum;
  }

  private static boolean overlaps(Worker worker) {
    return worker.jobs().stream()
        .anyMatch(
            one ->
                worker.jobs().stream()
                    .anyMatch(other -> !one.equals(other) && one.covers(other.start())));
  }

  private static Collection<Worker> workers() {
    return register.workers.values();
  }

  private static Map<String, Integer> quotas(ToIntFunction<Quota> figure) {
    return KUNMING.quotas().stream().collect(toMap(q -> q.unit().code(), figure::applyAsInt));
  }

  private static List<String> codes(Predicate<Quota> of) {
    return KUNMING.quotas().stream().filter(of).map(quota -> quota.unit().code()).toList();
  }

  private static int target(Quota quota) {
    Integer target = quota.target();
    return target == null ? 0 : target;
  }
}
