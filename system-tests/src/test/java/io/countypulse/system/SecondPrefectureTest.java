package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.PulseApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Units are data: a folder makes another prefecture, with its own units and day and no map. */
class SecondPrefectureTest {
  @TempDir Path folder;

  @Test
  void anotherPrefectureIsAnotherFolder() throws IOException {
    io.countypulse.city.DemoCity.generate(folder, io.countypulse.city.Places.linhe(), 7);
    try (RunningCity city = RunningCity.of(folder)) {
      PulseApi leader = city.signIn("leader");
      JsonNode described = leader.getJson("/api/city");
      LocalDate today = LocalDate.parse(described.get("today").asString());
      assertThat(described.get("hasMap").asBoolean()).isFalse();
      assertThat(leader.get("/api/city/map").statusCode()).isEqualTo(404);
      Figures.awaitEqual(
          leader,
          today,
          Oracle.figures(
              today,
              List.of(
                  folder.resolve("workers.csv").toString(),
                  folder.resolve("targets.csv").toString())));
    }
  }
}
