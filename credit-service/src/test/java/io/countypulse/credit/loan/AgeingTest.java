package io.countypulse.credit.loan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is overdue for how long, and what falls due next, against a count of the rows sent. */
class AgeingTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
  private static final LocalDate SECOND = LocalDate.of(2024, 5, 20);
  private static final Map<String, String> COUNTIES = Map.of("530113", "东川区", "530129", "寻甸县");

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");

  /** A loan as its bank reports it; whole yuan. */
  private record Told(
      int number, String county, LocalDate due, int balance, int overdue, String status) {

    String row() {
      return Feed.loan(
          "J" + number,
          "H" + number,
          requireNonNull(COUNTIES.get(county)),
          "2022-01-05",
          due.toString(),
          "50000",
          Integer.toString(balance),
          Integer.toString(overdue),
          status);
    }

    /** Overdue by the bank's word, else the balance from the day after it fell due. */
    int owed(LocalDate day) {
      boolean late = balance > 0 && !status.equals("展期") && due.isBefore(day);
      return overdue > 0 ? overdue : late ? balance : 0;
    }

    /** The first day overdue is day 1; a bank that does not say since when said so on its day. */
    long days(LocalDate day, LocalDate said) {
      LocalDate calendar = due.plusDays(1);
      LocalDate since = overdue > 0 && said.isBefore(calendar) ? said : calendar;
      return ChronoUnit.DAYS.between(since, day) + 1;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyDayIsWhatTheRowsOfTheDaySay(long seed) {
    Random random = new Random(seed);
    List<Told> first = send(random, FIRST, 1);
    List<Told> second = send(random, SECOND, 2);
    for (LocalDate day :
        List.of(
            FIRST, SECOND.minusDays(1), SECOND, SECOND.plusDays(1), LocalDate.of(2024, 6, 10))) {
      boolean early = day.isBefore(SECOND);
      List<Told> holding = early ? first : second;
      for (String county : List.of("530113", "530129", "530100")) {
        List<Told> own =
            holding.stream()
                .filter(loan -> county.equals("530100") || loan.county().equals(county))
                .toList();
        assertThat(ageing(county, day))
            .as("seed %d, %s on %s", seed, county, day)
            .isEqualTo(expectedAges(own, day, early ? FIRST : SECOND));
        assertThat(due(county, day))
            .as("seed %d, %s due after %s", seed, county, day)
            .isEqualTo(expectedDue(own, day));
      }
    }
  }

  private List<Told> send(Random random, LocalDate day, int sequence) {
    List<Told> loans = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      LocalDate due = day.plusDays(random.nextInt(260) - 130);
      int balance = random.nextInt(5) == 0 ? 0 : 1000 + random.nextInt(40_000);
      int overdue = random.nextInt(4) == 0 ? balance / 2 : 0;
      String status =
          balance == 0 ? "结清" : overdue > 0 ? "逾期" : random.nextInt(5) == 0 ? "展期" : "正常";
      String county = number % 3 == 0 ? "530129" : "530113";
      loans.add(new Told(number, county, due, balance, overdue, status));
    }
    String[] rows = loans.stream().map(Told::row).toArray(String[]::new);
    var answer = department.send(bank, Feed.of(bank, day.toString(), sequence, rows));
    assertThat(answer.rows().get(2)).as(answer.body().toString()).isZero();
    return loans;
  }

  private static Map<String, String> expectedAges(List<Told> loans, LocalDate day, LocalDate said) {
    Map<String, String> ages = new TreeMap<>();
    ages.put("1-30", sum(loans, day, said, days -> days <= 30));
    ages.put("31-60", sum(loans, day, said, days -> days > 30 && days <= 60));
    ages.put("61-90", sum(loans, day, said, days -> days > 60 && days <= 90));
    ages.put("90+", sum(loans, day, said, days -> days > 90));
    return ages;
  }

  private static String sum(List<Told> loans, LocalDate day, LocalDate said, Predicate<Long> age) {
    List<Told> late =
        loans.stream()
            .filter(loan -> loan.owed(day) > 0 && age.test(loan.days(day, said)))
            .toList();
    return late.size() + " " + late.stream().mapToInt(loan -> loan.owed(day)).sum() + ".00";
  }

  private static Map<String, String> expectedDue(List<Told> loans, LocalDate day) {
    Map<String, String> within = new TreeMap<>();
    for (int days : List.of(30, 60, 90)) {
      List<Told> falling =
          loans.stream()
              .filter(loan -> loan.balance() > 0)
              .filter(loan -> !loan.due().isBefore(day) && !loan.due().isAfter(day.plusDays(days)))
              .toList();
      within.put(
          Integer.toString(days),
          falling.size() + " " + falling.stream().mapToInt(Told::balance).sum() + ".00");
    }
    return within;
  }

  private Map<String, String> ageing(String county, LocalDate day) {
    return told("ageing", county, day, "buckets", "bucket");
  }

  private Map<String, String> due(String county, LocalDate day) {
    return told("due", county, day, "within", "days");
  }

  private Map<String, String> told(
      String what, String county, LocalDate day, String parts, String name) {
    Map<String, String> told = new TreeMap<>();
    department
        .read("/api/credit/" + what + "?asOf=" + day, Department.lead())
        .at("/rows")
        .valueStream()
        .filter(row -> row.at("/county").asString().equals(county))
        .flatMap(row -> row.at("/" + parts).valueStream())
        .forEach(part -> told.put(part.at("/" + name).asString(), text(part)));
    return told;
  }

  private static String text(JsonNode part) {
    return part.at("/loans").asLong() + " " + part.at("/amount").asString();
  }
}
