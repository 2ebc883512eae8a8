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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(TimeAutoConfiguration.class);
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
  BusinessDays businessDays(
      @Value("${pulse.city.directory}") String directory, BusinessDate businessDate)
      throws IOException {
    Path file = Path.of(directory, "holidays.csv");
    BusinessDays days = Files.exists(file) ? read(file) : shippedHolidays();
    int year = businessDate.today().getYear();
    if (!days.knows(year)) {
      LOG.warn(
          "{} 年的节假日安排尚未录入，暂按周一至周五为工作日，请更新 {}。 No holidays of {} are known: every weekday counts as a"
              + " business day until {} names them.",
          year,
          file,
          year,
          file);
    }
    return days;
  }

  private static BusinessDays read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      return BusinessDays.read(text, file.toString());
    }
  }

  /**
   * The national holidays of 2024, 2025 and 2026, as the State Council's notices have them
   * (国办发明电〔2023〕7 号, 〔2024〕12 号, 〔2025〕7 号).
   */
  static BusinessDays shippedHolidays() throws IOException {
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
