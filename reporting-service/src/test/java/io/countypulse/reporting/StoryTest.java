package io.countypulse.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {

  private static final String LEADER = TestTokens.shared().token("LEADER", "530100");

  private Map<String, String> settings;
  private RunningService service;
  private EventLog log;

  @BeforeAll
  void start() {
    settings = RunningService.newSettings();
    service = RunningService.start(settings);
    log = new EventLog(RealParts.bootstrapServers());
  }

  @AfterAll
  void stop() {
    service.close();
    log.close();
  }

  @Test
  void eventsBecomeFigures() {
    log.target("530102", 2024, 1, "2024-01-01", "2");
    log.write(Events.worker("P1", 1, "530102").worksFarAway("2024-03-01"));
    log.heartbeat();
    Eventually.holds("figures", Duration.ofSeconds(30), () -> value("530102") == 1);
    System.out.println(service.get("/api/reporting/figures", LEADER).body());
    System.out.println(service.get("/api/reporting/freshness", LEADER).body());
    assertThat(service.get("/actuator/health", LEADER).statusCode()).isEqualTo(200);
  }

  private int value(String county) {
    JsonNode answer =
        service.getJson(
            "/api/reporting/figures?indicator=employment.working&county=" + county, LEADER);
    return answer.get("figures").get(0).get("value").asInt(-1);
  }
}
