package io.countypulse.platform.intake;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.countypulse.platform.access.AccessRules;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Units;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service with one kind of file. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class IntakeApplication {

  @Bean
  PeopleFile peopleFile(Units units) {
    return new PeopleFile(units);
  }

  @Bean
  Office office(
      JdbcClient database,
      ScopedTransactions transactions,
      PeopleFile people,
      Environment environment) {
    return new Office(database, transactions, people, environment);
  }

  @Bean
  AccessRules access() {
    return AccessRules.none()
        .allow(POST, "/api/test/imports", Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD, Role.LEADER)
        .allow(
            GET, "/api/test/imports/**", Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD, Role.AUDITOR);
  }
}
