package io.countypulse.reporting.risk;

import io.countypulse.platform.topic.TopicReader;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One reader a topic; of a burst each lets the figures go first. */
@Configuration
class RiskConfiguration {

  private static final Duration HEAD_START_OF_FIGURES = Duration.ofSeconds(8);

  private static final Map<String, String> LARGE_BATCHES =
      Map.of("max.poll.records", "10000", "max.partition.fetch.bytes", "4194304");

  private final String brokers;
  private final RiskFacts facts;
  private final String group;

  RiskConfiguration(@Value("${spring.kafka.bootstrap-servers}") String brokers, RiskFacts facts) {
    this.brokers = brokers;
    this.facts = facts;
    this.group = facts.group();
  }

  @Bean
  TopicReader incomeReader() {
    return reader(Reason.LOW_INCOME);
  }

  @Bean
  TopicReader lostJobReader() {
    return reader(Reason.LOST_JOB);
  }

  @Bean
  TopicReader overdueReader() {
    return reader(Reason.OVERDUE_LOAN);
  }

  @Bean
  TopicReader unpaidReader() {
    return reader(Reason.UNPAID);
  }

  private TopicReader reader(Reason reason) {
    return new TopicReader(
            reason.topic(),
            () -> group + "-" + reason.topic(),
            brokers,
            LARGE_BATCHES,
            told -> facts.take(reason, told))
        .givingWayToOthers(HEAD_START_OF_FIGURES);
  }
}
