package io.countypulse.reporting.reconcile;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.topology.Recount;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcileSettings.class)
class ReconcileConfiguration {

  @Bean
  Reconciler reconciler(
      Recount recount,
      Snapshots snapshots,
      Figures figures,
      Proofs proofs,
      BusinessDate businessDate,
      Clock clock,
      JsonMapper json,
      ReconcileSettings settings) {
    return new Reconciler(
        new OwnFigures(settings, json),
        recount,
        snapshots,
        figures,
        proofs,
        businessDate,
        clock,
        settings);
  }
}
