package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.city.DemoCity;
import io.countypulse.city.Places;
import io.countypulse.local.parts.Directories;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a city still knows when departments, and then the figures themselves, are lost. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LossTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String EVENTS = "select count(*) from alert_event";
  private static final String GENERATIONS = "select string_agg(distinct generation, ' ') from cell";
  private static final List<String> OWNERS = List.of("employment", "credit", "subsidy");

  @TempDir static Path folder;

  private static RunningCity city;
  private static PulseApi leader;
  private static LocalDate today;
  private static String digest;
  private static Set<String> alerts;

  @BeforeAll
  static void start() throws Exception {
    DemoCity.generate(folder.resolve("linhe"), Places.linhe(), 7);
    city = RunningCity.of(folder.resolve("linhe"));
    leader = city.signIn("leader");
    today = LocalDate.parse(leader.getJson("/api/city").get("today").asString());
    Eventually.holds(
        "all ledgers agree",
        PATIENCE,
        () -> {
          JsonNode proof = leader.getJson("/api/reporting/proof");
          return proof.get("ledgers").size() == 4 && proof.get("state").asString().equals("AGREES");
        });
    digest = digest();
    alerts = AlertsTest.open(leader);
    assertThat(alerts).isNotEmpty();
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  @Test
  @Order(1)
  void figuresAreBuiltAnewBesideTheRunningOnesAndSwitchedToWithoutNews() throws Exception {
    var database = new Database(city);
    String told = database.ask("reporting", EVENTS);
    city.rebuild();
    Eventually.holds("the same digest", PATIENCE, () -> digest().equals(digest));
    AlertsTest.awaitOpen(leader, alerts);
    assertThat(database.ask("reporting", EVENTS)).isEqualTo(told);
    String rebuilt = Files.readString(city.state().rebuilt());
    assertThat(city.state().streams())
        .isDirectoryContaining("glob:**" + rebuilt)
        .isDirectoryNotContaining(state -> !state.toString().endsWith(rebuilt));
    Eventually.holds(
        "only its rows",
        PATIENCE,
        () -> {
          String rows = database.ask("reporting", GENERATIONS);
          return rows.endsWith(rebuilt) && !rows.contains(" ");
        });
  }

  @Test
  @Order(2)
  void withEveryOwnerAndItsDatabaseStoppedAnyPastDayStillAnswers() throws Exception {
    Map<LocalDate, JsonNode> before = new HashMap<>();
    for (int days : List.of(0, 31, 200, 700)) {
      LocalDate day = today.minusDays(days);
      before.put(day, figures(day));
    }
    for (String owner : OWNERS) {
      new Database(city).close(owner);
      city.kill(owner);
    }
    Eventually.holds(
        "no owner answers",
        PATIENCE,
        () -> leader.get("/api/employment/figures").statusCode() >= 500);
    before.forEach((day, figures) -> assertThat(figures(day)).as("%s", day).isEqualTo(figures));
  }

  @Test
  @Order(3)
  void withItsDatabaseAndStateDeletedTheTopicsAloneGiveTheSameFiguresAndTellNobody() {
    for (String owner : OWNERS) {
      new Database(city)
          .run("postgres", "alter database " + owner + " with allow_connections true");
    }
    new Database(city).run("postgres", "drop database reporting with (force)");
    city.restart(() -> Directories.delete(city.state().streams()));
    leader.renewToken();
    Eventually.holds("the same digest", PATIENCE, () -> digest().equals(digest));
    AlertsTest.awaitOpen(leader, alerts);
    assertThat(new Database(city).ask("reporting", "select count(*) from alert_event where news"))
        .isEqualTo("0");
  }

  private static JsonNode figures(LocalDate day) {
    return leader.getJson("/api/reporting/figures?asOf=" + day).get("figures");
  }

  private static String digest() {
    return leader.getJson("/api/reporting/proof/digest").get("digest").asString();
  }
}
