package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.topic.TopicReader;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is listened to, from the beginning. Entitlements are found up to the end of next year: when
 * the year turns, everything is heard once more.
 */
@Configuration
@ConditionalOnProperty(name = "pulse.subsidy.listen", matchIfMissing = true)
class ListeningConfiguration {

  private static final Map<String, String> LARGE_BATCHES =
      Map.of("max.poll.records", "10000", "max.partition.fetch.bytes", "4194304");

  private final String servers;
  private final Supplier<String> group;

  ListeningConfiguration(
      @Value("${spring.kafka.bootstrap-servers}") String servers, BusinessDate businessDate) {
    this.servers = servers;
    this.group = () -> "subsidy-service-" + businessDate.today().getYear();
  }

  @Bean
  TopicReader workersReader(WorkerEvents workers) {
    return new TopicReader("employment.worker.v1", group, servers, LARGE_BATCHES, workers);
  }

  @Bean
  TopicReader householdsReader(HouseholdEvents households) {
    return new TopicReader("employment.household.v1", group, servers, LARGE_BATCHES, households);
  }
}
