package io.countypulse.reporting.live;

import static io.countypulse.platform.access.Role.AUDITOR;
import static io.countypulse.platform.access.Role.BANK;
import static io.countypulse.platform.access.Role.BULLETIN_EDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_ISSUER;
import static io.countypulse.platform.access.Role.CREDIT_CLERK;
import static io.countypulse.platform.access.Role.CREDIT_LEAD;
import static io.countypulse.platform.access.Role.EMPLOYMENT_CLERK;
import static io.countypulse.platform.access.Role.EMPLOYMENT_LEAD;
import static io.countypulse.platform.access.Role.LEADER;
import static io.countypulse.platform.access.Role.SUBSIDY_CLERK;
import static io.countypulse.platform.access.Role.SUBSIDY_LEAD;

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

  /** Who answers for a department's work in a county, and those above them. */
  private static final Role[] WORKERS = {
    EMPLOYMENT_CLERK,
    EMPLOYMENT_LEAD,
    CREDIT_CLERK,
    CREDIT_LEAD,
    SUBSIDY_CLERK,
    SUBSIDY_LEAD,
    LEADER
  };

  private static final Role[] LEADS = {EMPLOYMENT_LEAD, CREDIT_LEAD, SUBSIDY_LEAD, LEADER};

  /** Households are for those who work with them, and those who see to it that they do. */
  private static final Role[] RISK_READERS = {
    EMPLOYMENT_CLERK,
    EMPLOYMENT_LEAD,
    CREDIT_CLERK,
    CREDIT_LEAD,
    SUBSIDY_CLERK,
    SUBSIDY_LEAD,
    LEADER,
    AUDITOR
  };

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
        .allow(HttpMethod.GET, "/api/reporting/risks/**", RISK_READERS)
        .allow(HttpMethod.GET, "/api/reporting/**", readers)
        .allow(HttpMethod.POST, "/api/reporting/notifications/read", readers)
        .allow(HttpMethod.POST, "/api/reporting/subscriptions/**", readers)
        .allow(HttpMethod.PUT, "/api/reporting/subscriptions/*", readers)
        .allow(HttpMethod.DELETE, "/api/reporting/subscriptions/*", readers)
        .allow(HttpMethod.POST, "/api/reporting/rules/**", LEADER)
        .allow(HttpMethod.PUT, "/api/reporting/rules/**", LEADER)
        .allow(HttpMethod.POST, "/api/reporting/alerts/*/acknowledge", WORKERS)
        .allow(HttpMethod.POST, "/api/reporting/alerts/*/*", LEADS)
        .allow(HttpMethod.POST, "/api/reporting/rectifications", WORKERS)
        .allow(HttpMethod.POST, "/api/reporting/rectifications/*/submit", WORKERS)
        .allow(HttpMethod.POST, "/api/reporting/rectifications/*/evidence", WORKERS)
        .allow(HttpMethod.POST, "/api/reporting/rectifications/*/*", LEADS);
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
