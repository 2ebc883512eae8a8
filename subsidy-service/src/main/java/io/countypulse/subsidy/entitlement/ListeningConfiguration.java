package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.topic.TopicReader;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is listened to, from the beginning. Entitlements of people are found up to the end of next
 * year and those of workshops up to the last month: when the year or the month turns, everything is
 * heard once more. So it is, too, under another {@code pulse.subsidy.group}.
 */
@Configuration
@ConditionalOnProperty(name = "pulse.subsidy.listen", matchIfMissing = true)
class ListeningConfiguration {

  /** On a small machine a city's first file is on the leaders' screens by then. */
  private static final Duration HEAD_START_OF_FIGURES = Duration.ofSeconds(5);

  private static final Map<String, String> LARGE_BATCHES =
      Map.of("max.poll.records", "10000", "max.partition.fetch.bytes", "4194304");

  private final String servers;
  private final Supplier<String> everyYear;
  private final Supplier<String> everyMonth;

  ListeningConfiguration(
      @Value("${spring.kafka.bootstrap-servers}") String servers,
      @Value("${pulse.subsidy.group:subsidy-service}") String group,
      BusinessDate businessDate) {
    this.servers = servers;
    this.everyYear = () -> group + "-" + businessDate.today().getYear();
    this.everyMonth = () -> group + "-wages-" + YearMonth.from(businessDate.today());
  }

  @Bean
  TopicReader workersReader(WorkerEvents workers) {
    return reader("employment.worker.v1", everyYear, workers);
  }

  @Bean
  TopicReader householdsReader(HouseholdEvents households) {
    return reader("employment.household.v1", everyYear, households);
  }

  @Bean
  TopicReader traineesReader(TraineeEvents trainees) {
    return reader("employment.trainee.v1", everyYear, trainees);
  }

  @Bean
  TopicReader businessesReader(BusinessEvents businesses) {
    return reader("employment.business.v1", everyYear, businesses);
  }

  @Bean
  TopicReader workshopsReader(WorkshopEvents workshops) {
    return reader("employment.workshop.v1", everyMonth, workshops);
  }

  private TopicReader reader(String topic, Supplier<String> group, TopicReader.Taker taker) {
    return new TopicReader(topic, group, servers, LARGE_BATCHES, taker)
        .givingWayToOthers(HEAD_START_OF_FIGURES);
  }
}
