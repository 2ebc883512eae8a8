package io.countypulse.reporting;

import static io.countypulse.reporting.Events.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.TestTokens;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Figures held against a department that first says the same, then something else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconcileStoryTest {

  private static final String WUHUA = "530102";
  private static final String PANLONG = "530103";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LEADER = TestTokens.shared().token("LEADER", "530100");
  private static final String STRANGER = TestTokens.shared().token("EMPLOYMENT_CLERK", PANLONG);

  private final OwnerStub owner = new OwnerStub();
  private Map<String, String> settings;
  private RunningService service;
  private EventLog log;
  private String agreed = "";

  @BeforeAll
  void start() {
    settings = RunningService.newSettingsAndLog();
    settings.putAll(owner.settings());
    service = RunningService.start(settings);
    log = EventLog.of(settings);
  }

  @AfterAll
  void stop() {
    service.close();
    log.close();
    owner.close();
  }

  @Test
  @Order(1)
  void theyAgreeAndSoDoesTheLog() {
    assertThat(proof(LEADER).get("state").asString()).isEqualTo("UNKNOWN");
    log.write(
        worker("P1", 2, WUHUA).works("2024-02-01"),
        worker("P2", 1, PANLONG).works("2024-03-01"),
        worker("P1", 1, PANLONG));
    Eventually.holds("counted", PATIENCE, () -> working("530100").equals("2"));
    agreed = service.getJson("/api/reporting/figures?indicator=employment", LEADER).toString();
    owner.says(agreed);
    awaitState("AGREES");
    Eventually.holds(
        "the log is counted",
        PATIENCE,
        () -> {
          log.heartbeat();
          return proof(LEADER).get("ledgers").size() == 2;
        });
    JsonNode proof = proof(LEADER);
    assertThat(proof.get("ageSeconds").asInt()).isLessThan(60);
    assertThat(proof.get("ledgers").findValuesAsString("ledger"))
        .containsExactly("employment", "log");
    assertThat(proof.get("differences")).isEmpty();
    assertThat(alerts()).isEmpty();
  }

  @Test
  @Order(2)
  void aFigureThatIsNotTheOwnersIsToldWithBothValuesAndRaisesAnAlert() {
    owner.says(
        agreed.replaceFirst("(\"530102\"[^}]*\"employment.working\"[^}]*\"value\":)1", "$12"));
    awaitState("DIFFERS");
    JsonNode difference = proof(LEADER).get("differences").get(0);
    assertThat(difference.get("county").asString()).isEqualTo(WUHUA);
    assertThat(difference.get("name").asString()).isEqualTo("五华区");
    assertThat(difference.get("indicator").asString()).isEqualTo("employment.working");
    assertThat(difference.get("shown").asString()).isEqualTo("1");
    assertThat(difference.get("owned").asString()).isEqualTo("2");
    Eventually.holds("an alert", PATIENCE, () -> alerts().size() == 1);
    JsonNode alert = alerts().get(0);
    assertThat(alert.get("county").asString()).isEqualTo(WUHUA);
    assertThat(alert.get("why").asString()).contains("1 项数据与业务部门台账不一致");
    assertThat(proof(STRANGER).get("state").asString()).isEqualTo("DIFFERS");
    assertThat(proof(STRANGER).get("differences")).isEmpty();
  }

  @Test
  @Order(3)
  void whatCannotBeAskedIsNeitherProvedNorDisproved() {
    owner.says(agreed);
    owner.isDown(true);
    JsonNode before = proof(LEADER);
    Eventually.holds("rounds go by", PATIENCE, () -> !age(proof(LEADER)).equals(age(before)));
    assertThat(proof(LEADER).get("state").asString()).isEqualTo("DIFFERS");
    owner.isDown(false);
  }

  @Test
  @Order(4)
  void mendedOnTheSameDayTheAlertIsWithdrawn() {
    awaitState("AGREES");
    Eventually.holds("withdrawn", PATIENCE, () -> alerts().isEmpty());
  }

  @Test
  @Order(5)
  void theSameEventsGiveTheSameDigestFromNothing() {
    String digest = digest();
    service.close();
    Map<String, String> fresh = RunningService.newSettings();
    fresh.put(RunningService.BROKERS, Objects.requireNonNull(settings.get(RunningService.BROKERS)));
    fresh.put("pulse.reporting.generation", "99");
    service = RunningService.start(fresh);
    Eventually.holds("counted anew", PATIENCE, () -> digest().equals(digest));
    log.write(worker("P3", 1, PANLONG).works("2024-03-01"));
    Eventually.holds("another event", PATIENCE, () -> !digest().equals(digest));
  }

  private void awaitState(String state) {
    Eventually.holds(
        state,
        PATIENCE,
        () -> {
          log.heartbeat();
          return proof(LEADER).get("state").asString().equals(state);
        });
  }

  private String working(String county) {
    return service
        .getJson("/api/reporting/figures?indicator=employment.working&county=" + county, LEADER)
        .get("figures")
        .get(0)
        .get("value")
        .asString();
  }

  private JsonNode proof(String token) {
    return service.getJson("/api/reporting/proof", token);
  }

  private String digest() {
    return service.getJson("/api/reporting/proof/digest", LEADER).get("digest").asString();
  }

  private JsonNode alerts() {
    return service
        .getJson("/api/reporting/alerts?state=OPEN&rule=ledgers-disagree", LEADER)
        .get("alerts");
  }

  private static String age(JsonNode proof) {
    return proof.get("ageSeconds").asString();
  }
}
