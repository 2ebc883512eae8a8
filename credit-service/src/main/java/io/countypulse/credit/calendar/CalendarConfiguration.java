package io.countypulse.credit.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CalendarConfiguration {

  private static final String SHIPPED = "/credit/holidays.csv";

  /** The city's {@code holidays.csv}, or else the national holidays shipped with the service. */
  @Bean
  BusinessDays businessDays(@Value("${pulse.city.directory}") String city) throws IOException {
    Path file = Path.of(city, "holidays.csv");
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        return BusinessDays.read(text, file.toString());
      }
    }
    try (Reader text =
        new InputStreamReader(
            requireNonNull(BusinessDays.class.getResourceAsStream(SHIPPED)), UTF_8)) {
      return BusinessDays.read(text, SHIPPED);
    }
  }

  @Bean
  @ConditionalOnProperty(name = "pulse.credit.calendar.watch", matchIfMissing = true)
  CalendarWatch calendarWatch(
      MissingFeeds missing, @Value("${pulse.credit.calendar.pause:PT20S}") Duration pause) {
    return new CalendarWatch(missing, pause);
  }
}
