package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Units;
import io.countypulse.reporting.ReportingSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class FigureConfiguration {

  private static final int MOST_BYTES = 64 << 20;

  @Bean
  Figures figures(Units units) {
    return new Figures(units);
  }

  @Bean
  @DependsOnDatabaseInitialization
  ReadModel readModel(
      DataSource database, PlatformTransactionManager transactions, ReportingSettings settings) {
    return new ReadModel(new JdbcTemplate(database), transactions, settings.generation());
  }

  /** Loaded before the first request can come. */
  @Bean
  Snapshots snapshots(ReadModel model) {
    return new Snapshots(model.load().snapshot());
  }

  @Bean
  EmissionReader emissionReader(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      ReadModel model,
      Snapshots snapshots,
      ReportingSettings settings,
      MeterRegistry registry,
      Clock clock) {
    return new EmissionReader(
        () -> consumer(brokers),
        model,
        snapshots,
        new FrameMetrics(registry, clock),
        settings.generation());
  }

  /** No group: the offsets are in the database. */
  private static Consumer<byte[], byte[]> consumer(String brokers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "reporting-emissions");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
