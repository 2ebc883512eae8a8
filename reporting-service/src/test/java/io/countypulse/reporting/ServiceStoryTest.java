package io.countypulse.reporting;

import static io.countypulse.reporting.CreditEvents.loan;
import static io.countypulse.reporting.Events.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.CreditEvents.LoanEvent;
import io.countypulse.reporting.Events.WorkerEvent;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From events to what a screen is shown, on a real broker and database, through restarts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceStoryTest {

  private static final String CITY = "530100";
  private static final List<String> COUNTIES = List.of("530102", "530103", "530111", "UNKNOWN");
  private static final String WORKING = "employment.working";
  private static final int PERSONS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LEADER = TestTokens.shared().token("LEADER", CITY);
  private static final String CLERK = TestTokens.shared().token("EMPLOYMENT_CLERK", "530102");

  private final Random random = new Random(20240610);
  private final long[] versions = new long[PERSONS];
  private final String[] homes = new String[PERSONS];
  private Map<String, String> settings;
  private RunningService service;
  private EventLog log;

  @BeforeAll
  void start() {
    settings = RunningService.newSettingsAndLog();
    service = RunningService.start(settings);
    log = EventLog.of(settings);
  }

  @AfterAll
  void stop() {
    service.close();
    log.close();
  }

  @Test
  @Order(1)
  void eventsBecomeFiguresAndFreshnessFollowsTheHeartbeats() {
    log.target("530102", 2024, 1, "2024-01-01", "40");
    log.write(IntStream.range(0, PERSONS).mapToObj(this::settle).toList());
    log.heartbeat();
    awaitFigures(service);
    Eventually.holds("fresh", PATIENCE, this::freshAfterAHeartbeat);
    assertThat(service.get("/actuator/health", LEADER).statusCode()).isEqualTo(200);
    assertThat(figure("530102", "employment.completion_rate").get("period").asString())
        .isEqualTo("2024");
    assertThat(figure("530103", "employment.completion_rate").get("state").asString())
        .isEqualTo("NO_TARGET");
    assertThat(figure("Z530102", WORKING).get("state").asString()).isEqualTo("NOT_REPORTED");
  }

  @Test
  @Order(2)
  void whilePeopleMoveEveryFrameHoldsEveryPersonOnce() throws Exception {
    try (FrameReader screen = screen(LEADER)) {
      Eventually.holds("first frame", PATIENCE, () -> !screen.frames().isEmpty());
      moveSome(20);
      interruptOneStreamThread();
      moveSome(20);
      Eventually.holds("all moved", PATIENCE, () -> asExpected(screen.newest()));
      assertThat(screen.frames()).allSatisfy(ServiceStoryTest::holdsEveryPersonOnce);
      assertThat(screen.frames()).extracting(f -> f.get("frame").asLong()).isSorted();
    }
  }

  @Test
  @Order(3)
  void aRestartGoesOnWhereItStoodAndFramesCountOn() throws Exception {
    long before = frame();
    service.close();
    moveSome(15);
    service = RunningService.start(settings);
    try (FrameReader screen = screen(LEADER)) {
      Eventually.holds("all moved", PATIENCE, () -> asExpected(screen.newest()));
      assertThat(screen.frames()).allSatisfy(ServiceStoryTest::holdsEveryPersonOnce);
      assertThat(screen.frames().getFirst().get("frame").asLong()).isGreaterThanOrEqualTo(before);
      assertThat(screen.newest().get("frame").asLong()).isGreaterThan(before);
    }
  }

  @Test
  @Order(4)
  void aNewGenerationBuiltBesideTheOldHasTheSameFiguresAndOnceItServesTheOldIsForgotten() {
    JsonNode old = figures(service);
    settings.put("pulse.reporting.generation", "beside");
    settings.put(
        "pulse.reporting.state-directory", settings.get("pulse.reporting.state-directory") + "-2");
    settings.put("pulse.reporting.serves", "false");
    try (RunningService beside = RunningService.start(settings)) {
      Eventually.holds("rebuilt", PATIENCE, () -> figures(beside).equals(old));
    }
    assertThat(figures(service)).isEqualTo(old);
    assertThat(generations()).hasSize(2).contains("beside");
    service.close();
    settings.remove("pulse.reporting.serves");
    service = RunningService.start(settings);
    assertThat(figures(service)).as("from the first answer on").isEqualTo(old);
    assertThat(generations()).containsExactly("beside");
  }

  private List<String> generations() {
    return service
        .part(JdbcClient.class)
        .sql("select distinct generation from cell")
        .query(String.class)
        .list();
  }

  @Test
  @Order(5)
  void aClerkSeesOnlyTheOwnCountyInAnswersAndStreams() {
    JsonNode answer = service.getJson("/api/reporting/figures", CLERK);
    assertThat(counties(answer)).containsOnly("530102");
    assertThat(service.get("/api/reporting/figures?county=530103", CLERK).statusCode())
        .isEqualTo(403);
    assertThat(service.get("/api/reporting/figures?county=530100", CLERK).statusCode())
        .isEqualTo(403);
    assertThat(service.get("/api/reporting/figures/stream?county=530103", CLERK).statusCode())
        .isEqualTo(403);
    assertThat(service.get(trend("530102", "530103"), CLERK).statusCode()).isEqualTo(403);
    assertThat(service.get(trend("530102"), CLERK).statusCode()).isEqualTo(200);
    try (FrameReader screen = screen(CLERK)) {
      Eventually.holds("first frame", PATIENCE, () -> !screen.frames().isEmpty());
      assertThat(counties(screen.newest())).containsOnly("530102");
    }
  }

  @Test
  @Order(6)
  void nobodyReadsWithoutAGoodTokenAndNoBankReadsAtAll() {
    TestTokens tokens = TestTokens.shared();
    for (String bad :
        List.of(
            "nonsense",
            tokens.expired("LEADER", CITY),
            tokens.unsigned("LEADER", CITY),
            tokens.withoutSignature("LEADER", CITY),
            tokens.ofAnotherIssuer("LEADER", CITY),
            tokens.forAnotherAudience("LEADER", CITY),
            tokens.signedByAStranger("LEADER", CITY))) {
      assertThat(service.get("/api/reporting/figures", bad).statusCode()).isEqualTo(401);
      assertThat(service.get("/api/reporting/figures/stream", bad).statusCode()).isEqualTo(401);
    }
    assertThat(service.get("/api/reporting/figures", tokens.bankToken("B1")).statusCode())
        .isEqualTo(403);
  }

  @Test
  @Order(7)
  void wrongQuestionsAreAnsweredWithTheFieldAtFault() {
    assertProblem("?asOf=2024-02-30", "asOf");
    assertProblem("?asOf=2031-01-01", "asOf");
    assertProblem("?indicator=employment.happiness", "indicator");
    assertProblem("?county=999999", "county");
    assertProblem("?period=last", "period");
    assertProblem(
        "/trend?indicator=employment.working&county=530102&from=2024-06-10&to=2024-06-01", "to");
  }

  @Test
  @Order(8)
  void aTrendHasAPointForEachStepAndTheLastDay() {
    JsonNode trend =
        service.getJson(
            "/api/reporting/figures/trend?indicator=employment.working&county=530100&county=530102"
                + "&from=2023-12-31&to=2024-06-10&step=month",
            LEADER);
    assertThat(trend.get("series")).hasSize(2);
    JsonNode points = trend.get("series").get(0).get("points");
    assertThat(points).hasSize(7);
    assertThat(points.get(1).get("asOf").asString()).isEqualTo("2024-01-31");
    assertThat(points.get(2).get("asOf").asString()).isEqualTo("2024-02-29");
    assertThat(points.get(6).get("asOf").asString()).isEqualTo("2024-06-10");
    assertThat(points.get(6).get("value").asLong()).isEqualTo(PERSONS);
  }

  @Test
  @Order(9)
  void loansBecomeMoneyInYuanOnTheSameScreen() {
    log.commit(
        List.of(
            EventLog.event(
                EventLog.CREDIT_TARGETS,
                "530102|MICROCREDIT|2024",
                CreditEvents.target("530102", 2024, 1, "1000000.00")),
            loanEvent(loan("J1", 1, "530102", "2024-02-03").stands("2024-05-06", "48000.50"))));
    Eventually.holds(
        "issued", PATIENCE, () -> figure("530102", "credit.issued").get("value").asDouble() > 0);
    assertThat(figure("530102", "credit.issued").get("value").asString()).isEqualTo("50000.00");
    assertThat(figure("530102", "credit.outstanding").get("value").asString())
        .isEqualTo("48000.50");
    assertThat(figure("530102", "credit.completion_rate").get("value").asString())
        .isEqualTo("5.00");
    assertThat(figure("530103", "credit.issued").get("state").asString()).isEqualTo("NOT_REPORTED");
    assertThat(
            service
                .getJson("/api/reporting/figures?county=530102&indicator=credit", LEADER)
                .get("figures"))
        .hasSize(8);
    try (FrameReader screen =
        new FrameReader(
            service.stream(
                "/api/reporting/figures/stream?county=530102"
                    + "&indicator=credit.issued&indicator=employment",
                LEADER))) {
      Eventually.holds("first frame", PATIENCE, () -> !screen.frames().isEmpty());
      assertThat(screen.newest().get("figures")).hasSize(9);
    }
    assertThat(service.getJson("/api/reporting/indicators", LEADER))
        .hasSize(Indicator.values().length);
  }

  @Test
  @Order(10)
  void aDepartmentThatFallsSilentIsShownAsStaleAndTheOthersGoOn() {
    log.creditHeartbeat();
    Eventually.holds("both fresh", PATIENCE, this::freshAfterAHeartbeat);
    Eventually.holds(
        "credit stale",
        PATIENCE,
        () -> freshAfterHeartbeat("employment") && !isFresh(freshness(), "credit"));
    assertThat(freshness().get("stale").asBoolean()).isTrue();
    log.write(settle(0));
    awaitFigures(service);
  }

  private static ProducerRecord<String, String> loanEvent(LoanEvent loan) {
    return EventLog.event(EventLog.LOANS, loan.id(), loan.json());
  }

  private boolean freshAfterHeartbeat(String department) {
    log.heartbeat();
    return isFresh(freshness(), department);
  }

  private JsonNode freshness() {
    return service.getJson("/api/reporting/freshness", LEADER);
  }

  private static boolean isFresh(JsonNode freshness, String department) {
    for (JsonNode each : freshness.get("departments")) {
      if (each.get("department").asString().equals(department)) {
        return !each.get("stale").asBoolean();
      }
    }
    return false;
  }

  private WorkerEvent settle(int person) {
    versions[person]++;
    homes[person] = COUNTIES.get(random.nextInt(COUNTIES.size()));
    return worker("S" + person, versions[person], homes[person]).works("2023-01-01");
  }

  private void moveSome(int count) {
    for (int i = 0; i < count; i++) {
      List<WorkerEvent> moves = new ArrayList<>();
      for (int person = random.nextInt(5); person < PERSONS; person += 1 + random.nextInt(20)) {
        moves.add(settle(person));
      }
      log.write(moves);
    }
    log.heartbeat();
  }

  private boolean asExpected(JsonNode frame) {
    return COUNTIES.stream()
        .allMatch(
            county ->
                Math.max(0, FrameReader.value(frame, county, WORKING))
                    == List.of(homes).stream().filter(county::equals).count());
  }

  private static void holdsEveryPersonOnce(JsonNode frame) {
    assertThat(FrameReader.value(frame, CITY, WORKING)).isEqualTo(PERSONS);
    assertThat(FrameReader.sumOfRows(frame, CITY, WORKING)).isEqualTo(PERSONS);
  }

  private void awaitFigures(RunningService of) {
    Eventually.holds(
        "figures", PATIENCE, () -> asExpected(of.getJson("/api/reporting/figures", LEADER)));
  }

  private boolean freshAfterAHeartbeat() {
    log.heartbeat();
    return !service.getJson("/api/reporting/freshness", LEADER).get("stale").asBoolean();
  }

  private static void interruptOneStreamThread() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("reporting-\\d+-.*StreamThread-\\d+"))
        .findFirst()
        .orElseThrow()
        .interrupt();
  }

  private FrameReader screen(String token) {
    return new FrameReader(service.stream("/api/reporting/figures/stream", token));
  }

  private long frame() {
    return service.getJson("/api/reporting/freshness", LEADER).get("frame").asLong();
  }

  private static JsonNode figures(RunningService of) {
    return of.getJson("/api/reporting/figures", LEADER).get("figures");
  }

  private JsonNode figure(String county, String indicator) {
    return service
        .getJson(
            "/api/reporting/figures?county=%s&indicator=%s".formatted(county, indicator), LEADER)
        .get("figures")
        .get(0);
  }

  private static String trend(String... counties) {
    return "/api/reporting/figures/trend?indicator=employment.working&from=2024-01-01&to=2024-06-10"
        + "&county="
        + String.join("&county=", counties);
  }

  private static List<String> counties(JsonNode frame) {
    List<String> counties = new ArrayList<>();
    frame.get("figures").forEach(figure -> counties.add(figure.get("county").asString()));
    return counties;
  }

  private void assertProblem(String query, String field) {
    var response = service.get("/api/reporting/figures" + query, LEADER);
    assertThat(response.statusCode()).as(query).isEqualTo(400);
    assertThat(response.body())
        .as(query)
        .contains("\"field\":\"" + field + "\"")
        .contains("detailEn");
  }
}
