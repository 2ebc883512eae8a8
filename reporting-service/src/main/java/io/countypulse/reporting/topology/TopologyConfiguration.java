package io.countypulse.reporting.topology;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.reporting.ReportingSettings;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Hands the topology to the binder; topics and settings stand in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(TopologyConfiguration.class);

  @Bean
  Function<KStream<byte[], byte[]>, KStream<byte[], byte[]>> tally(
      ReportingSettings settings, BusinessDate businessDate) {
    TopologySettings topology = new TopologySettings(settings.generation(), businessDate);
    return events -> FiguresTopology.emissions(events, topology);
  }

  @Bean
  Recount recount(
      ReportingSettings settings,
      BusinessDate businessDate,
      @Value("${spring.kafka.bootstrap-servers}") String brokers) {
    Map<String, Object> log =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "reporting-recount",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    return new Recount(
        new TopologySettings(settings.generation(), businessDate),
        () -> new KafkaConsumer<>(log, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  @Bean
  StreamPartitioner<byte[], byte[]> samePartition() {
    return FiguresTopology.samePartition();
  }

  @Bean
  StreamsState streamsState() {
    return new StreamsState();
  }

  /**
   * A thread that fails is replaced and goes on from the last commit. The binder takes one
   * configurer, hence primary, and sets a handler of its own after it, hence the customizer.
   */
  @Bean
  @Primary
  StreamsBuilderFactoryBeanConfigurer resilience(StreamsState state) {
    return streams -> {
      streams.setStateListener(state);
      streams.setLeaveGroupOnClose(true); // else the next start waits for the old session's end
      streams.setKafkaStreamsCustomizer(
          topology -> topology.setUncaughtExceptionHandler(TopologyConfiguration::replaceThread));
    };
  }

  private static StreamThreadExceptionResponse replaceThread(Throwable failure) {
    LOG.error("a thread of the topology failed and is replaced", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
