package io.countypulse.credit.calendar;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CalendarConfiguration {

  @Bean
  @ConditionalOnProperty(name = "pulse.credit.calendar.watch", matchIfMissing = true)
  CalendarWatch calendarWatch(
      MissingFeeds missing, @Value("${pulse.credit.calendar.pause:PT20S}") Duration pause) {
    return new CalendarWatch(missing, pause);
  }
}
