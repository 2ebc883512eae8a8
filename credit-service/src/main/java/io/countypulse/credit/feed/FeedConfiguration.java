package io.countypulse.credit.feed;

import io.countypulse.platform.topic.TopicReader;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors beside HTTPS. */
@Configuration
class FeedConfiguration {

  @Bean
  @ConditionalOnProperty(name = "pulse.credit.listen", matchIfMissing = true)
  TopicReader deliveriesReader(
      @Value("${spring.kafka.bootstrap-servers}") String servers, TopicDoor door) {
    return new TopicReader(
        "credit.delivery.v1",
        () -> "credit-service",
        servers,
        Map.of("max.poll.records", "1"),
        door);
  }

  @Bean
  @ConditionalOnProperty("pulse.credit.drop-folder")
  DropFolder dropFolder(
      @Value("${pulse.credit.drop-folder}") String folder,
      FeedStore store,
      FeedQueue queue,
      Receipts receipts) {
    return new DropFolder(Path.of(folder), store, queue, receipts);
  }
}
