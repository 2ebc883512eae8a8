package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.city.DemoCity;
import io.countypulse.city.Places;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo city, from its files to the leader's figures (DOMAIN.md § 9, the proof). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KunmingTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final LocalDate MONTH_BEFORE = LocalDate.of(2024, 5, 10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final Kunming kunming = new Kunming();

  private static RunningCity city;
  private static PulseApi leader;
  private static PulseApi lead;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    city = kunming.city();
    leader = city.signIn("leader");
    lead = city.signIn("employment-lead");
  }

  @Test
  @Order(1)
  void theBulletinsRowsStandOnTheScreen() throws IOException {
    Eventually.holds(
        "all 158,167 are counted",
        PATIENCE,
        () -> "158167".equals(Figures.asOf(leader, TODAY).get("530100 working")));
    Map<String, String> figures = Figures.asOf(leader, TODAY);
    assertThat(figures)
        .containsEntry("530100 target", "157000")
        .containsEntry("530100 out_of_province", "12591")
        .containsEntry("530100 completion", "100.74");
    JsonNode units = leader.getJson("/api/city").get("units");
    List<String> printed = Files.readAllLines(bulletin());
    for (String line : printed.subList(1, printed.size() - 1)) {
      List<String> cells = List.of(line.split(",", -1));
      String unit = code(units, cells.getFirst());
      assertThat(figures)
          .as(line)
          .containsEntry(unit + " working", cells.get(2))
          .containsEntry(unit + " out_of_province", cells.get(3))
          .containsEntry(unit + " target", cells.get(1).isEmpty() ? "NO_TARGET" : cells.get(1));
    }
    assertThat(figures)
        .containsEntry("530103 completion", "106.20")
        .containsEntry("Z530102 completion", "NO_TARGET")
        .containsEntry("530111 working", "NOT_REPORTED");
  }

  @Test
  @Order(2)
  void earlierDaysFollowFromTheSameRecords() throws IOException {
    for (LocalDate day : List.of(TODAY, MONTH_BEFORE, LocalDate.of(2023, 12, 31))) {
      assertThat(Figures.asOf(leader, day)).as("%s", day).isEqualTo(counted(day, List.of()));
    }
    assertThat(Figures.asOf(leader, MONTH_BEFORE).get("530100 working"))
        .isNotEqualTo(Figures.asOf(leader, TODAY).get("530100 working"));
  }

  @Test
  @Order(3)
  void theDepartmentsOwnTablesSayTheSame() {
    for (LocalDate day : List.of(TODAY, MONTH_BEFORE)) {
      JsonNode own = lead.getJson("/api/employment/figures?asOf=" + day);
      Map<String, String> reported = Figures.asOf(leader, day);
      for (JsonNode figure : own.get("figures")) {
        if (figure.get("indicator").asString().equals("employment.working")
            && !figure.get("county").asString().equals("UNKNOWN")) {
          assertThat(reported.get(figure.get("county").asString() + " working"))
              .isEqualTo(
                  figure.get("value").isNull() ? "NOT_REPORTED" : figure.get("value").asString());
        }
      }
    }
  }

  @Test
  @Order(4)
  void aFigureOpensToItsRecords() {
    JsonNode records =
        lead.getJson(
            "/api/employment/figures/employment.out_of_province/records?county=530127&asOf="
                + MONTH_BEFORE
                + "&limit=200");
    assertThat(records.get("count").asString())
        .isEqualTo(Figures.asOf(leader, MONTH_BEFORE).get("530127 out_of_province"));
    assertThat(records.get("items").get(0).get("area").asString()).isEqualTo("OUT_OF_PROVINCE");
  }

  @Test
  @Order(5)
  void theSameFileTwiceChangesNothing() {
    JsonNode frameBefore = leader.getJson("/api/reporting/figures");
    JsonNode job =
        lead.importFile("employment", "workers", "", city.files().resolve("workers.csv"));
    assertThat(job.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(job.get("rows").get("applied").asInt()).isZero();
    assertThat(job.get("message").asString()).contains("已").contains("导入，0 条变更");
    assertThat(Figures.of(leader.getJson("/api/reporting/figures")))
        .isEqualTo(Figures.of(frameBefore));
  }

  @Test
  @Order(6)
  void filesABAInTurnRestoreAAndEveryFrameAddsUp() throws IOException {
    WorkersCsv people = WorkersCsv.of(city.files().resolve("workers.csv"), "嵩明县", 400);
    Path a = people.write(folder.resolve("a.csv"));
    Path b =
        people
            .with("结束日期", end -> end.isEmpty() ? "2024-06-01" : end)
            .write(folder.resolve("b.csv"));
    Map<String, String> withA = counted(TODAY, List.of(a.toString()));
    Map<String, String> withB = counted(TODAY, List.of(b.toString()));
    assertThat(withB).isNotEqualTo(withA);
    try (Frames frames = Frames.open(leader, "?asOf=" + TODAY)) {
      for (Path file : List.of(a, b, a, b, a)) {
        JsonNode job = lead.importFile("employment", "workers", "", file);
        assertThat(job.get("status").asString()).as("%s", job).isEqualTo("COMPLETED");
        Figures.awaitEqual(leader, TODAY, file.equals(a) ? withA : withB);
      }
      Eventually.holds(
          "the stream ends on A", PATIENCE, () -> Figures.of(frames.last()).equals(withA));
      assertThat(frames.all()).hasSizeGreaterThan(3).allSatisfy(Figures::assertTotalIsSumOfRows);
    }
  }

  @Test
  @Order(7)
  void aMoveTakesPeopleAlongFromItsDayOnAndACorrectionReplacesThePast() throws IOException {
    WorkersCsv people = WorkersCsv.of(city.files().resolve("workers.csv"), "石林县", 60);
    Path moved = people.with("县（市）区", _ -> "宜良县").write(folder.resolve("moved.csv"));
    Path back = people.write(folder.resolve("back.csv"));
    try (Frames frames = Frames.open(leader, "?asOf=" + TODAY)) {
      lead.importFile("employment", "workers", "&asOf=2024-06-01", moved);
      for (LocalDate day : List.of(TODAY, MONTH_BEFORE)) {
        Figures.awaitEqual(
            leader, day, counted(day, List.of("--asOf", "2024-06-01", moved.toString())));
      }
      lead.importFile("employment", "workers", "&countyChange=correct", back);
      for (LocalDate day : List.of(TODAY, MONTH_BEFORE)) {
        Figures.awaitEqual(leader, day, counted(day, List.of()));
      }
      assertThat(frames.all()).allSatisfy(Figures::assertTotalIsSumOfRows);
    }
  }

  @Test
  @Order(8)
  void aCountyClerkSeesAndChangesOnlyTheOwnCounty() throws IOException {
    PulseApi clerk = city.signIn("employment-clerk");
    assertThat(Figures.asOf(clerk, TODAY).keySet()).allMatch(key -> key.startsWith("530102 "));
    assertThat(clerk.get("/api/reporting/figures?county=530113").statusCode()).isEqualTo(403);
    assertThat(clerk.get("/api/reporting/figures/stream?county=530113").statusCode())
        .isEqualTo(403);
    assertThat(clerk.get("/api/employment/workers?county=530113").statusCode()).isEqualTo(403);
    for (JsonNode worker : clerk.getJson("/api/employment/workers?limit=100").get("items")) {
      assertThat(worker.get("county").asString()).isEqualTo("530102");
    }
    try (Frames frames = Frames.open(clerk, "?asOf=" + TODAY)) {
      Eventually.holds("a frame arrives", PATIENCE, () -> !frames.all().isEmpty());
      assertThat(Figures.of(frames.last()).keySet()).allMatch(key -> key.startsWith("530102 "));
    }
    Path file =
        WorkersCsv.of(city.files().resolve("workers.csv"), "盘龙区", 5)
            .with("月工资", _ -> "9999")
            .write(folder.resolve("not-mine.csv"));
    JsonNode job = clerk.importFile("employment", "workers", "", file);
    assertThat(job.get("rows").get("applied").asInt()).as("%s", job).isZero();
    assertThat(job.get("rows").get("rejected").asInt())
        .isEqualTo(job.get("rows").get("total").asInt());
    Path disguised =
        WorkersCsv.of(city.files().resolve("workers.csv"), "盘龙区", 5)
            .with("县（市）区", _ -> "五华区")
            .write(folder.resolve("disguised.csv"));
    assertThat(
            clerk
                .importFile("employment", "workers", "", disguised)
                .get("rows")
                .get("applied")
                .asInt())
        .isZero();
    Figures.awaitEqual(leader, TODAY, counted(TODAY, List.of()));
  }

  @Test
  @Order(9)
  void noPersonalDataLeavesTheDepartment() throws Exception {
    PersonalData people = PersonalData.of(city.files().resolve("workers.csv"));
    try (var leaks = new LeakSearch(city, people)) {
      assertThat(leaks.inTopics()).isEmpty();
      assertThat(leaks.inLogs()).isEmpty();
      assertThat(leaks.inMetrics()).isEmpty();
      assertThat(leaks.inDatabase("reporting")).isEmpty();
      assertThat(leaks.inDatabase("employment")).isEmpty();
    }
  }

  @Test
  @Order(10)
  void anotherPrefectureIsAnotherFolderBesideIt() throws IOException {
    Path files = folder.resolve("linhe");
    DemoCity.generate(files, Places.linhe(), 7);
    try (RunningCity other = RunningCity.of(files)) {
      PulseApi itsLeader = other.signIn("leader");
      JsonNode described = itsLeader.getJson("/api/city");
      LocalDate today = LocalDate.parse(described.get("today").asString());
      assertThat(described.get("hasMap").asBoolean()).isFalse();
      assertThat(itsLeader.get("/api/city/map").statusCode()).isEqualTo(404);
      Figures.awaitEqual(
          itsLeader,
          today,
          Oracle.figures(
              today,
              List.of(
                  files.resolve("workers.csv").toString(),
                  files.resolve("targets.csv").toString())));
      assertThat(Figures.asOf(leader, TODAY)).isEqualTo(counted(TODAY, List.of()));
    }
  }

  /** Counted from the city's files and these after them. */
  private static Map<String, String> counted(LocalDate day, List<String> further)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                city.files().resolve("workers.csv").toString(),
                city.files().resolve("targets.csv").toString()));
    arguments.addAll(further);
    return Oracle.figures(day, arguments);
  }

  private static Path bulletin() {
    return RunningCity.project().resolve("demo-city/src/main/resources/kunming/employment.csv");
  }

  private static String code(JsonNode units, String name) {
    for (JsonNode unit : units) {
      if (unit.get("name").asString().equals(name)) {
        return unit.get("code").asString();
      }
    }
    throw new IllegalArgumentException(name);
  }
}
