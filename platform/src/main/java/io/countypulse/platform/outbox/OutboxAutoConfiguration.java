package io.countypulse.platform.outbox;

import io.countypulse.platform.time.TimeAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The outbox and its relay, in services that name themselves in {@code pulse.outbox.source} and
 * list {@code classpath:db/platform/outbox} among their migrations.
 */
@AutoConfiguration(
    after = {JdbcClientAutoConfiguration.class, TimeAutoConfiguration.class},
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnProperty("pulse.outbox.source")
@EnableConfigurationProperties(OutboxSettings.class)
public final class OutboxAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Outbox outbox(JdbcClient database, ObjectProvider<Tracer> tracers) {
    return new Outbox(database, () -> traceparent(tracers.getIfAvailable()));
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(name = "pulse.outbox.relay", matchIfMissing = true)
  Relay relay(
      OutboxSettings settings, Environment environment, Clock clock, MeterRegistry registry) {
    return new Relay(
        database(settings, environment), kafka(environment), settings, clock, registry);
  }

  /** Not pooled: a relay keeps its connection as long as its lock. */
  private static DataSource database(OutboxSettings settings, Environment environment) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", settings.source() + "-relay");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    DriverManagerDataSource database =
        new DriverManagerDataSource(
            environment.getRequiredProperty("spring.datasource.url"), properties);
    database.setUsername(settings.username());
    database.setPassword(settings.password());
    return database;
  }

  private static Map<String, Object> kafka(Environment environment) {
    Map<String, Object> kafka =
        new HashMap<>(
            Binder.get(environment)
                .bind("spring.kafka.properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
    kafka.put(
        "bootstrap.servers", environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    return kafka;
  }

  /** The running span as W3C Trace Context writes it. */
  private static @Nullable String traceparent(@Nullable Tracer tracer) {
    @Nullable TraceContext span = tracer == null ? null : tracer.currentTraceContext().context();
    return span == null
        ? null
        : "00-%s-%s-%s"
            .formatted(
                span.traceId(), span.spanId(), Boolean.TRUE.equals(span.sampled()) ? "01" : "00");
  }
}
