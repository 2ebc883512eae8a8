package io.countypulse.reporting.ranking;

import io.countypulse.platform.units.Units;
import io.countypulse.reporting.figure.Figures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RankingConfiguration {
  @Bean
  Rankings rankings(Figures figures, Units units) {
    return new Rankings(figures, units);
  }
}
