package io.countypulse.credit.household;

import io.countypulse.platform.topic.TopicReader;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@ConditionalOnProperty(name = "pulse.credit.listen", matchIfMissing = true)
class HouseholdConfiguration {

  @Bean
  TopicReader coveredHouseholdsReader(
      @Value("${spring.kafka.bootstrap-servers}") String servers, CoveredHouseholds households) {
    return new TopicReader(
        "employment.household.v1", () -> "credit-service", servers, Map.of(), households);
  }
}
