package io.countypulse.platform.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one clock, and the business date: {@code pulse.city.today}, else {@code today} of the city's
 * {@code city.json}, else the real date in Asia/Shanghai. Business days beside it.
 */
@AutoConfiguration
public final class TimeAutoConfiguration {

  private static final String SHIPPED_HOLIDAYS = "/platform/holidays.csv";

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  BusinessDate businessDate(
      @Value("${pulse.city.today:}") String today,
      @Value("${pulse.city.directory}") String directory,
      Clock clock) {
    if (!today.isBlank()) {
      return fixed(today, "pulse.city.today");
    }
    Path city = Path.of(directory, "city.json");
    String fromCity = Files.exists(city) ? todayOf(city) : "";
    return fromCity.isBlank() ? BusinessDate.of(clock) : fixed(fromCity, city + ", field today");
  }

  /** The city's {@code holidays.csv}, or else the national holidays shipped with the platform. */
  @Bean
  @ConditionalOnMissingBean
  BusinessDays businessDays(@Value("${pulse.city.directory}") String directory) throws IOException {
    Path file = Path.of(directory, "holidays.csv");
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        return BusinessDays.read(text, file.toString());
      }
    }
    try (Reader text =
        new InputStreamReader(
            requireNonNull(BusinessDays.class.getResourceAsStream(SHIPPED_HOLIDAYS)), UTF_8)) {
      return BusinessDays.read(text, SHIPPED_HOLIDAYS);
    }
  }

  private static String todayOf(Path city) {
    return JsonMapper.shared().readTree(city).path("today").asString("");
  }

  private static BusinessDate fixed(String day, String source) {
    try {
      return BusinessDate.fixed(LocalDate.parse(day.strip()));
    } catch (DateTimeParseException notADate) {
      throw new IllegalArgumentException(source + ": not a date like 2024-06-10: " + day, notADate);
    }
  }
}
