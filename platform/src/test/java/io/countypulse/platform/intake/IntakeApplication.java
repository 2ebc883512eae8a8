package io.countypulse.platform.intake;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.countypulse.platform.access.AccessRules;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.units.Units;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service with one kind of file. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class IntakeApplication {

  @Bean
  PeopleFile peopleFile(Units units) {
    return new PeopleFile(units);
  }

  @Bean
  AccessRules access() {
    return AccessRules.none()
        .allow(POST, "/api/test/imports", Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD, Role.LEADER)
        .allow(
            GET, "/api/test/imports/**", Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD, Role.AUDITOR);
  }
}
