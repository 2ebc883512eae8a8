package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.city.DemoCity;
import io.countypulse.city.Places;
import io.countypulse.city.sample.FaultyRow;
import io.countypulse.city.sample.Sample;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A city on its first day: a large file with bad rows, then every process killed in the middle of
 * an import.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final int FAULTS = 500;
  private static final int CORRECTED = 20_000;
  private static final String CITY_ENTITLED = "530100 entitled";

  private static RunningCity city;
  private static PulseApi leader;
  private static PulseApi lead;
  private static Sample sample;
  private static int round;

  @TempDir static Path folder;

  /** Files that went in, in their order: what the independent count reads. */
  private static final List<String> IMPORTED = new ArrayList<>();

  @BeforeAll
  static void start() {
    city = RunningCity.emptyKunming();
    leader = city.signIn("leader");
    lead = city.signIn("employment-lead");
    sample = Sample.of(Places.kunming(), DemoCity.SEED);
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  @Test
  @Order(1)
  void fiveHundredBadRowsComeBackWithReasonsAndTheOthersGoIn() throws IOException {
    Path file = folder.resolve("faulty.csv");
    List<FaultyRow> faults = sample.writeFaulty(file, FAULTS);
    JsonNode job = lead.importFile("employment", "workers", "", file);
    assertThat(job.get("status").asString()).as("%s", job).isEqualTo("COMPLETED");
    JsonNode rows = job.get("rows");
    assertThat(rows.get("total").asInt()).isEqualTo(158_167);
    assertThat(rows.get("rejected").asInt()).isEqualTo(FAULTS);
    assertThat(rows.get("applied").asInt()).isEqualTo(158_167 - FAULTS);
    HttpResponse<String> rejects =
        lead.get("/api/employment/imports/" + job.get("id").asString() + "/rejects");
    List<String> lines = rejects.body().lines().toList();
    assertThat(lines).hasSize(1 + FAULTS);
    assertThat(lines.getFirst()).endsWith("原因");
    assertThat(faults).hasSize(FAULTS);
  }

  @Test
  @Order(2)
  void theRestGoesInWithTheWholeFile() throws IOException {
    Path file = folder.resolve("workers.csv");
    sample.writeWorkers(file);
    JsonNode job = lead.importFile("employment", "workers", "", file);
    assertThat(job.get("rows").get("unchanged").asInt()).as("%s", job).isEqualTo(158_167 - FAULTS);
    assertThat(job.get("rows").get("applied").asInt()).isEqualTo(FAULTS);
    IMPORTED.add(file.toString());
    Figures.awaitEqual(leader, TODAY, counted());
  }

  /** A whole county goes out of the province at once; in the middle of looking it is killed. */
  @Test
  @Order(3)
  void whoeverIsEntitledIsFoundOnceThoughTheSearchIsKilled() throws IOException {
    Path file = folder.resolve("away.csv");
    WorkersCsv.of(folder.resolve("workers.csv"), "寻甸县", Integer.MAX_VALUE)
        .with("务工区域", _ -> "省外")
        .with("务工省份", _ -> "浙江省")
        .with("开始日期", _ -> "2024-01-05")
        .with("结束日期", _ -> "")
        .write(file);
    IMPORTED.add(file.toString());
    Map<String, String> expected = entitled();
    int everybody = Integer.parseInt(expected.getOrDefault(CITY_ENTITLED, ""));
    PulseApi department = city.signIn("subsidy-lead");
    int before = found(department);
    var accepted = lead.upload("employment", "workers", "", file);
    Eventually.holds(
        "some of them are found", Duration.ofMinutes(2), () -> found(department) > before);
    assertThat(found(department)).isLessThan(everybody);
    city.kill("subsidy");
    lead.awaitImport(accepted.headers().firstValue("Location").orElseThrow());
    Figures.awaitEqual(leader, TODAY, Figures.SUBSIDY, expected);
    assertThat(
            Figures.of(department.getJson("/api/subsidy/figures?asOf=" + TODAY), Figures.SUBSIDY))
        .isEqualTo(expected);
    assertThat(department.getJson("/api/subsidy/waiting").get("waiting").asInt())
        .isEqualTo(everybody);
    Figures.awaitEqual(leader, TODAY, counted());
  }

  @Order(4)
  @ParameterizedTest
  @ValueSource(strings = {"employment", "reporting", "kafka", "postgres", "gateway"})
  void aProcessKilledInMidImportLosesAndDoublesNothing(String part) throws IOException {
    round++;
    Path file = folder.resolve("corrections-" + round + ".csv");
    sample.writeCorrections(file, CORRECTED, round);
    var accepted = lead.upload("employment", "workers", "", file);
    assertThat(accepted.statusCode()).isEqualTo(202);
    city.kill(part);
    lead.awaitImport(accepted.headers().firstValue("Location").orElseThrow());
    IMPORTED.add(file.toString());
    Figures.awaitEqual(leader, TODAY, counted());
  }

  private static int found(PulseApi department) {
    JsonNode frame = department.getJson("/api/subsidy/figures?county=530100&asOf=" + TODAY);
    String value = Figures.of(frame, Figures.SUBSIDY).getOrDefault(CITY_ENTITLED, "");
    return value.matches("\\d+") ? Integer.parseInt(value) : 0;
  }

  /** From the workers files alone: nobody studies and nobody was paid. */
  private static Map<String, String> entitled() throws IOException {
    for (String name : List.of("units.csv", "city.json")) {
      Files.copy(
          city.files().resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return Oracle.subsidy(TODAY, IMPORTED);
  }

  /** From the units and every file that went in. */
  private static Map<String, String> counted() throws IOException {
    List<String> files = new ArrayList<>();
    files.add(city.files().resolve("units.csv").toString());
    files.addAll(IMPORTED);
    return Oracle.figures(TODAY, files);
  }
}
