package io.countypulse.platform.time;

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
 * {@code city.json}, else the real date in Asia/Shanghai.
 */
@AutoConfiguration
public final class TimeAutoConfiguration {

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
