package io.countypulse.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessDateTest {

  private static final Clock FOUR_IN_THE_AFTERNOON_UTC =
      Clock.fixed(Instant.parse("2024-06-10T16:00:00Z"), ZoneOffset.UTC);

  private final TimeAutoConfiguration configuration = new TimeAutoConfiguration();

  @TempDir Path city;

  @Test
  void theDayTurnsAtMidnightInShanghai() {
    assertThat(today("")).isEqualTo("2024-06-11");
  }

  @Test
  void aDemoCityStandsStill() throws IOException {
    Files.writeString(city.resolve("city.json"), "{\"name\": \"昆明市\", \"today\": \"2024-06-10\"}");

    assertThat(today("")).isEqualTo("2024-06-10");
    assertThat(today("2024-05-10")).isEqualTo("2024-05-10");
  }

  @Test
  void aDateThatIsNoneIsNamedWithItsPlace() throws IOException {
    Files.writeString(city.resolve("city.json"), "{\"today\": \"10 June\"}");

    assertThatThrownBy(() -> today("")).hasMessageContaining("city.json, field today");
    assertThatThrownBy(() -> today("2024-02-30")).hasMessageContaining("pulse.city.today");
  }

  private LocalDate today(String configured) {
    return configuration
        .businessDate(configured, city.toString(), FOUR_IN_THE_AFTERNOON_UTC)
        .today();
  }
}
