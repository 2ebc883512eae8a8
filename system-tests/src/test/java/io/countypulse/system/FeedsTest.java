package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two banks deliver day after day while the service or the broker is killed under them, correct
 * what they said and fill gaps; every figure then follows from their files, for any day. {@code
 * -Dpulse.kills=25 -Dpulse.seed=7} kills twenty-five times at the moments of that seed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedsTest {

  private static final int KILLS = Integer.getInteger("pulse.kills", 3);
  private static final long SEED = Long.getLong("pulse.seed", System.nanoTime());
  private static final int LOANS = 1_500;
  private static final long LATEST_NANOSECONDS = 1_500_000_000;
  private static final LocalDate FIRST = LocalDate.of(2024, 5, 6);
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final String CITY = "530100";
  private static final String DONGCHUAN = "530113";

  @TempDir static Path folder;

  private static final Random RANDOM = new Random(SEED);

  /** What was delivered, in its order: all that the independent count reads but the units. */
  private static final List<String> DELIVERED = new ArrayList<>();

  private static RunningCity city;
  private static PulseApi leader;
  private static PulseApi lead;
  private static List<Lender> banks;

  @BeforeAll
  static void start() throws IOException {
    System.out.println("seed of the killed feeds: " + SEED + ", kills: " + KILLS);
    city = RunningCity.emptyKunming();
    leader = city.signIn("leader");
    lead = city.signIn("credit-lead");
    banks = List.of(new Lender("ONE", folder, RANDOM), new Lender("TWO", folder, RANDOM));
    for (Lender bank : banks) {
      String body = "{\"name\":\"某银行\",\"publicKey\":\"" + bank.publicKey() + "\"}";
      assertThat(lead.put("/api/credit/banks/" + bank.code(), body).statusCode()).isEqualTo(200);
      bank.lend(LOANS, FIRST);
    }
    Files.copy(city.files().resolve("units.csv"), folder.resolve("units.csv"));
    Path targets =
        Files.writeString(
            folder.resolve("targets.csv"),
            "县（市）区,年度,项目,目标值\n东川区,2024,小额信贷发放,900\n安宁市,2024,小额信贷发放,0\n");
    JsonNode job = lead.importFile("credit", "targets", "", targets);
    assertThat(job.get("rows").get("applied").asInt()).as("%s", job).isEqualTo(2);
    DELIVERED.add(targets.toString());
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  @Test
  @Order(1)
  void killingTheServiceOrTheBrokerLosesAndDoublesNothing() throws Exception {
    for (int round = 0; round < KILLS; round++) {
      LocalDate day = FIRST.plusDays(round);
      String victim = round % 2 == 0 ? "credit" : "kafka";
      lead.renewToken();
      leader.renewToken();
      List<CompletableFuture<Void>> deliveries = new ArrayList<>();
      for (Lender bank : banks) {
        bank.lend(10, day);
        Path feed = bank.feed(day);
        DELIVERED.add(feed.toString());
        deliveries.add(CompletableFuture.runAsync(() -> deliver(bank, feed)));
      }
      LockSupport.parkNanos(RANDOM.nextLong(LATEST_NANOSECONDS));
      city.kill(victim);
      for (CompletableFuture<Void> delivery : deliveries) {
        delivery.get(5, TimeUnit.MINUTES);
      }
      Figures.awaitEqual(leader, day, Figures.CREDIT, counted(day));
      System.out.println("round " + (round + 1) + ": " + victim + " killed, every figure is right");
    }
    for (Lender bank : banks) {
      assertThat(accepted(bank)).as("feeds of %s", bank.code()).isEqualTo(KILLS);
    }
  }

  @Test
  @Order(2)
  void correctionsAndDaysThatComeLateChangeTheirOwnDaysAlone() throws IOException {
    for (Lender bank : banks) {
      for (LocalDate day :
          List.of(
              FIRST.plusDays(RANDOM.nextInt(KILLS)),
              FIRST.minusDays(1 + RANDOM.nextInt(60)),
              TODAY.minusDays(RANDOM.nextInt(3)))) {
        Path feed = bank.feed(day);
        DELIVERED.add(feed.toString());
        deliver(bank, feed);
      }
    }
    for (LocalDate day : days()) {
      Figures.awaitEqual(leader, day, Figures.CREDIT, counted(day));
    }
  }

  @Test
  @Order(3)
  void everyFigureOfAnyDayOpensToItsLoans() throws IOException {
    for (LocalDate day : days()) {
      JsonNode own = lead.getJson("/api/credit/figures?asOf=" + day);
      assertThat(Figures.of(own, Figures.CREDIT)).as("%s", day).isEqualTo(counted(day));
    }
    for (LocalDate day : List.of(TODAY, FIRST.minusDays(RANDOM.nextInt(30)))) {
      Map<String, String> counted = counted(day);
      for (String unit : List.of(CITY, DONGCHUAN, "UNKNOWN")) {
        assertOpens("issued", unit, day, counted, sum("amount"));
        assertOpens("outstanding", unit, day, counted, sum("balance"));
        assertOpens("overdue", unit, day, counted, sum("overdue"));
        assertOpens("issued_households", unit, day, counted, FeedsTest::households);
        assertOpens("overdue_households", unit, day, counted, FeedsTest::households);
      }
    }
  }

  /** Today, and days of this year and the last one. */
  private static List<LocalDate> days() {
    Random random = new Random(SEED);
    List<LocalDate> days = new ArrayList<>(List.of(TODAY, LocalDate.of(2023, 12, 31)));
    IntStream.range(0, 3).forEach(_ -> days.add(TODAY.minusDays(1 + random.nextInt(120))));
    return days;
  }

  /** Delivers until there is a receipt: a bank that hears nothing sends its feed again. */
  private static void deliver(Lender bank, Path file) {
    try {
      byte[] feed = Files.readAllBytes(file);
      String signature = bank.sign(feed);
      HttpResponse<String> receipt =
          Eventually.get(
              "the receipt of " + file.getFileName(),
              Duration.ofMinutes(4),
              () -> {
                HttpResponse<String> answer = lead.deliver(feed, signature);
                return List.of(200, 201, 422).contains(answer.statusCode()) ? answer : null;
              });
      assertThat(receipt.statusCode()).as("%s: %s", file, receipt.body()).isIn(200, 201);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As soon as the service answers: the last one killed may still be starting. */
  private static int accepted(Lender bank) {
    return Eventually.get(
        "the feeds of " + bank.code(),
        Duration.ofMinutes(2),
        () ->
            lead.getJson("/api/credit/feeds?limit=200&status=ACCEPTED&bank=" + bank.code())
                .get("items")
                .size());
  }

  /** The loans behind a figure come to it, to the fen. */
  private static void assertOpens(
      String column,
      String unit,
      LocalDate day,
      Map<String, String> counted,
      Function<List<JsonNode>, BigDecimal> told) {
    List<JsonNode> loans = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonNode page =
          lead.getJson(
              "/api/credit/figures/credit.%s/records?limit=200&county=%s&asOf=%s&after=%s"
                  .formatted(column, unit, day, PulseApi.encoded(after)));
      page.get("items").forEach(loans::add);
      after = page.path("next").asString(null);
    }
    String said = counted.get(unit + " " + column);
    assertThat(told.apply(loans))
        .as("%s of %s on %s", column, unit, day)
        .isEqualByComparingTo("NOT_REPORTED".equals(said) ? "0" : said);
  }

  private static Function<List<JsonNode>, BigDecimal> sum(String field) {
    return loans ->
        loans.stream()
            .map(loan -> new BigDecimal(loan.get(field).asString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal households(List<JsonNode> loans) {
    Set<String> households = new HashSet<>();
    loans.forEach(loan -> households.add(loan.get("householdId").asString()));
    assertThat(households).as("each household once").hasSameSizeAs(loans);
    return BigDecimal.valueOf(households.size());
  }

  private static Map<String, String> counted(LocalDate day) throws IOException {
    return Oracle.credit(day, DELIVERED);
  }
}
