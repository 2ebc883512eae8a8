package io.countypulse.credit.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Department.Event;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.credit.feed.Bookkeeping.Position;
import io.countypulse.credit.feed.Bookkeeping.Said;
import io.countypulse.credit.feed.Bookkeeping.Sums;
import io.countypulse.testing.Contracts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Feeds of two banks in any order, late, corrected, supplemented and with bad rows: every figure of
 * every day is what a naive reading of all accepted positions says, and what the events say.
 */
class AnyOrderTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 5, 28);
  private static final int DAYS = 13;
  private static final int FEEDS = 16;
  private static final List<String> COUNTIES = List.of("530102", "530113", "530129");
  private static final List<String> STATES = List.of("正常", "正常", "逾期", "展期", "续贷", "结清", "核销");

  private final Department department = Department.shared().reset();
  private final Bookkeeping books = new Bookkeeping();
  private final Map<String, JsonNode> published = new HashMap<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyDayIsWhatAllAcceptedPositionsSay(long seed) {
    Random random = new Random(seed);
    List<TestBank> banks = List.of(department.bank("HMNS"), department.bank("JSCZ"));
    for (int number = 1; number <= FEEDS; number++) {
      deliver(random, banks.get(random.nextInt(2)), number);
      collect();
      LocalDate asked = FIRST.plusDays(random.nextInt(DAYS + 3));
      assertThat(figures(asked))
          .as("seed %d, feed %d, day %s", seed, number, asked)
          .isEqualTo(expected(asked));
    }
    for (int day = 0; day < DAYS; day++) {
      LocalDate asked = FIRST.plusDays(day);
      assertThat(figures(asked)).as("seed %d, day %s", seed, asked).isEqualTo(expected(asked));
      assertThat(fromEvents(asked))
          .as("events, seed %d, day %s", seed, asked)
          .isEqualTo(expected(asked));
    }
    assertThat(
            department
                .read("/api/credit/ledger?asOf=" + Department.TODAY, Department.lead())
                .at("/rows")
                .valueStream()
                .allMatch(account -> account.at("/balanced").asBoolean()))
        .isTrue();
  }

  private void deliver(Random random, TestBank bank, int number) {
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    Position before = books.position(bank.code(), day);
    boolean supplement = before != null && random.nextInt(4) == 0;
    Map<String, Said> told = new HashMap<>();
    Set<String> refused = new HashSet<>();
    List<String> rows = new ArrayList<>();
    for (int loan = 1; loan <= 6; loan++) {
      int dice = random.nextInt(10);
      if (dice < 6) {
        Said said = said(random, loan, day);
        told.put("J" + loan, said);
        rows.add(row("J" + loan, said));
      } else if (dice < 8) {
        refused.add("J" + loan);
        rows.add(row("J" + loan, said(random, loan, day)).replace("4.35", "viel"));
      }
    }
    Feed feed = new Feed(bank.code(), day.toString(), number, supplement, rows);
    Answer answer = department.send(bank, feed);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(answer.receipt().at("/rows/refused").asInt()).isEqualTo(refused.size());
    if (supplement && before != null) {
      Map<String, Said> together = new HashMap<>(before.told());
      Set<String> still = new HashSet<>(before.refused());
      still.addAll(refused);
      refused.forEach(together::remove);
      told.forEach(
          (loan, said) -> {
            together.put(loan, said);
            still.remove(loan);
          });
      books.accept(bank.code(), day, new Position(together, still));
    } else {
      books.accept(bank.code(), day, new Position(told, refused));
    }
  }

  private static Said said(Random random, int loan, LocalDate day) {
    LocalDate issued = LocalDate.of(random.nextInt(8) == 0 ? 2023 : 2024, 1 + loan % 4, 10 + loan);
    LocalDate due = day.plusDays(random.nextInt(9) - 4);
    String status = STATES.get(random.nextInt(STATES.size()));
    long balance = status.equals("结清") ? 0 : random.nextInt(3) * 1_000_050L;
    long overdue = random.nextInt(3) == 0 ? balance / 2 : 0;
    String county = COUNTIES.get(random.nextInt(10) < 8 ? loan % 3 : random.nextInt(3));
    return new Said("H" + (1 + loan % 3), county, issued, due, 5_000_000, balance, overdue, status);
  }

  private static String row(String loan, Said said) {
    return Feed.loan(
        loan,
        said.household(),
        said.county(),
        said.issued().toString(),
        said.due().toString(),
        Amounts.yuan(said.amount()).toPlainString(),
        Amounts.yuan(said.balance()).toPlainString(),
        Amounts.yuan(said.overdue()).toPlainString(),
        said.status());
  }

  private Map<String, String> expected(LocalDate day) {
    Map<String, String> expected = new HashMap<>();
    Map<String, Sums> sums = books.figures(day);
    COUNTIES.forEach(
        county -> expected.put(county, sums.getOrDefault(county, new Sums()).toString()));
    return expected;
  }

  private Map<String, String> figures(LocalDate day) {
    Map<String, JsonNode> cells = new HashMap<>();
    department
        .read("/api/credit/figures?asOf=" + day, Department.lead())
        .at("/figures")
        .forEach(
            figure ->
                cells.put(
                    figure.at("/county").asString() + figure.at("/indicator").asString(),
                    figure.at("/value")));
    Map<String, String> figures = new HashMap<>();
    for (String county : COUNTIES) {
      Function<String, JsonNode> cell =
          indicator -> requireNonNull(cells.get(county + "credit." + indicator));
      figures.put(
          county,
          "%d %d %d %d %d"
              .formatted(
                  fen(cell.apply("issued")),
                  cell.apply("issued_households").asLong(0),
                  fen(cell.apply("outstanding")),
                  fen(cell.apply("overdue")),
                  cell.apply("overdue_households").asLong(0)));
    }
    return figures;
  }

  private void collect() {
    for (Event event : department.events()) {
      assertThat(Contracts.violations(event.topic(), event.payload())).isEmpty();
      JsonNode known = published.get(event.topic() + event.key());
      long version = event.json().at("/version").asLong();
      assertThat(version).isEqualTo(known == null ? 1 : known.at("/version").asLong() + 1);
      published.put(event.topic() + event.key(), event.json());
    }
  }

  /** As a reader of the events alone counts. */
  private Map<String, String> fromEvents(LocalDate day) {
    Map<String, Sums> sums = new HashMap<>();
    published.forEach(
        (key, event) -> {
          if (key.startsWith("credit.loan.v1")) {
            loan(event, day, sums);
          } else if (key.startsWith("credit.household.v1")) {
            household(event, day, sums);
          }
        });
    Map<String, String> figures = new HashMap<>();
    COUNTIES.forEach(
        county -> figures.put(county, sums.getOrDefault(county, new Sums()).toString()));
    return figures;
  }

  private static void loan(JsonNode event, LocalDate day, Map<String, Sums> sums) {
    LocalDate issued = date(event.at("/issued/date"));
    if (issued.getYear() == day.getYear() && !issued.isAfter(day)) {
      of(sums, county(event, issued)).issued += fen(event.at("/issued/amount"));
    }
    JsonNode held = null;
    for (JsonNode position : event.at("/positions")) {
      held = date(position.at("/from")).isAfter(day) ? held : position;
    }
    if (held != null) {
      Sums sum = of(sums, county(event, day));
      long balance = fen(held.at("/balance"));
      boolean late =
          date(held.at("/due")).isBefore(day)
              && Set.of("NORMAL", "OVERDUE", "RENEWED").contains(held.at("/status").asString());
      sum.outstanding += balance;
      sum.overdue += fen(held.at("/overdue")) > 0 ? fen(held.at("/overdue")) : late ? balance : 0;
    }
  }

  private static void household(JsonNode event, LocalDate day, Map<String, Sums> sums) {
    for (JsonNode issued : event.at("/issued")) {
      if (issued.at("/period").asString().equals(Integer.toString(day.getYear()))
          && !date(issued.at("/from")).isAfter(day)) {
        of(sums, issued.at("/county").asString()).issuedHouseholds++;
      }
    }
    for (JsonNode span : event.at("/overdue")) {
      if (!date(span.at("/from")).isAfter(day)
          && (!span.has("until") || date(span.at("/until")).isAfter(day))) {
        of(sums, span.at("/county").asString()).overdueHouseholds++;
      }
    }
  }

  private static String county(JsonNode event, LocalDate day) {
    String county = "";
    for (JsonNode stay : event.at("/residence")) {
      county =
          !stay.has("from") || !date(stay.at("/from")).isAfter(day)
              ? stay.at("/county").asString()
              : county;
    }
    return county;
  }

  private static LocalDate date(JsonNode text) {
    return LocalDate.parse(text.asString());
  }

  private static long fen(JsonNode yuan) {
    return yuan.isString() ? Amounts.fen(Amounts.money(yuan.asString()).orElseThrow()) : 0;
  }

  private static Sums of(Map<String, Sums> sums, String county) {
    return sums.computeIfAbsent(county, _ -> new Sums());
  }
}
