package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Departments, log and screen say the same, until somebody goes behind a department's back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconcilerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
  private static final String COUNTY = "530124";

  @RegisterExtension static final Kunming kunming = new Kunming();

  private static PulseApi leader;

  @BeforeAll
  static void start() {
    leader = kunming.city().signIn("leader");
  }

  @Test
  @Order(1)
  void allLedgersAgree() {
    Eventually.holds(
        "every ledger compared and equal",
        PATIENCE,
        () -> proof().get("ledgers").size() == 4 && state().equals("AGREES"));
    JsonNode proof = proof();
    assertThat(proof.get("ledgers").findValuesAsString("ledger"))
        .containsExactly("credit", "employment", "log", "subsidy");
    assertThat(proof.get("ledgers").findValuesAsString("figures"))
        .containsExactly("176", "176", "704", "352");
    assertThat(proof.get("differences")).isEmpty();
    Eventually.holds(
        "compared anew within the last minute",
        PATIENCE,
        () -> proof().get("ageSeconds").asInt() < ONE_MINUTE.toSeconds());
  }

  @Test
  @Order(2)
  void aRowChangedBehindTheDepartmentsBackIsSeenWithinAMinute() {
    var database = new Database(kunming.city());
    String person =
        database.ask(
            "employment",
            "select person_id from worker where residence is null and employed @> date"
                + " '2024-06-10' and county = '%s' order by 1 limit 1".formatted(COUNTY));
    String worked =
        database.ask(
            "employment", "select employed from worker where person_id = '" + person + "'");
    setWorked(database, person, "{}");
    try {
      Eventually.holds("red", ONE_MINUTE, () -> state().equals("DIFFERS"));
      assertThat(proof().get("differences"))
          .anySatisfy(
              difference -> {
                assertThat(difference.get("county").asString()).isEqualTo(COUNTY);
                assertThat(difference.get("indicator").asString()).isEqualTo("employment.working");
                assertThat(difference.get("shown").asInt())
                    .isEqualTo(difference.get("owned").asInt() + 1);
              });
      Eventually.holds("an alert of the county", ONE_MINUTE, () -> alerts().size() == 1);
      assertThat(alerts().get(0).get("county").asString()).isEqualTo(COUNTY);
    } finally {
      setWorked(database, person, worked);
    }
    Eventually.holds("green again", PATIENCE, () -> state().equals("AGREES"));
    Eventually.holds("the alert is withdrawn", ONE_MINUTE, () -> alerts().isEmpty());
  }

  /** Past the triggers as well, so that the history does not know of it either. */
  private static void setWorked(Database database, String person, String days) {
    database.run(
        "employment",
        "set session_replication_role = replica; update worker set employed = '%s' where person_id = '%s'"
            .formatted(days, person));
  }

  private static JsonNode proof() {
    leader.renewToken();
    return leader.getJson("/api/reporting/proof");
  }

  private static String state() {
    return proof().get("state").asString();
  }

  private static JsonNode alerts() {
    return leader.getJson("/api/reporting/alerts?state=OPEN&rule=ledgers-disagree").get("alerts");
  }
}
