package io.countypulse.reporting.live;

import static io.countypulse.platform.access.Role.BANK;
import static io.countypulse.platform.access.Role.BULLETIN_EDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_ISSUER;

import io.countypulse.platform.access.AccessRules;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.topology.StreamsState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  /** Figures name nobody: every role but the banks' machines may read them. */
  @Bean
  AccessRules accessRules() {
    Role[] readers = EnumSet.complementOf(EnumSet.of(BANK)).toArray(Role[]::new);
    return AccessRules.none()
        .allow(HttpMethod.POST, "/api/reporting/bulletin-checks", readers)
        .allow(HttpMethod.POST, "/api/reporting/bulletins/*/issue", BULLETIN_ISSUER)
        .allow(
            HttpMethod.POST, "/api/reporting/bulletins/*/review", BULLETIN_EDITOR, BULLETIN_ISSUER)
        .allow(
            HttpMethod.POST, "/api/reporting/bulletins/*/reopen", BULLETIN_EDITOR, BULLETIN_ISSUER)
        .allow(HttpMethod.POST, "/api/reporting/bulletins/**", BULLETIN_EDITOR)
        .allow(HttpMethod.PUT, "/api/reporting/bulletins/**", BULLETIN_EDITOR)
        .allow(HttpMethod.GET, "/api/reporting/**", readers);
  }

  @Bean
  Questions questions(BusinessDate businessDate, Units units) {
    return new Questions(businessDate, units);
  }

  @Bean
  Liveness liveness(StreamsState streams, Clock clock) {
    return new Liveness(streams, clock);
  }

  @Bean
  FrameCache frameCache(Figures figures) {
    return new FrameCache(figures);
  }

  @Bean
  OpenStreams openStreams(MeterRegistry registry) {
    return new OpenStreams(registry);
  }
}
