package io.countypulse.subsidy;

import static io.countypulse.platform.access.Role.AUDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_EDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_ISSUER;
import static io.countypulse.platform.access.Role.LEADER;
import static io.countypulse.platform.access.Role.SUBSIDY_CLERK;
import static io.countypulse.platform.access.Role.SUBSIDY_LEAD;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.countypulse.platform.access.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The department that knows who is entitled and who was paid. */
@SpringBootApplication
public class SubsidyService {

  public static void main(String[] arguments) {
    SpringApplication.run(SubsidyService.class, arguments);
  }

  @Bean
  AccessRules access() {
    return AccessRules.none()
        .open(GET, "/api/subsidy/notices")
        .open(POST, "/api/subsidy/notices/objections")
        .allow(GET, "/api/subsidy/objections", SUBSIDY_CLERK, SUBSIDY_LEAD, AUDITOR)
        .allow(POST, "/api/subsidy/objections/*/decide", SUBSIDY_CLERK, SUBSIDY_LEAD)
        .allow(POST, "/api/subsidy/samples", SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/samples/*/sheet", SUBSIDY_CLERK, SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/samples/**", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(POST, "/api/subsidy/imports", SUBSIDY_CLERK, SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/imports/**", SUBSIDY_CLERK, SUBSIDY_LEAD, AUDITOR)
        .allow(POST, "/api/subsidy/calls/**", SUBSIDY_CLERK, SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/calls/**", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(POST, "/api/subsidy/programmes/*/preview", SUBSIDY_LEAD)
        .allow(PUT, "/api/subsidy/programmes/*", SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/programmes/**", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(POST, "/api/subsidy/batches/**", SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/batches/*/file", SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/batches/**", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(POST, "/api/subsidy/cases/**", SUBSIDY_CLERK, SUBSIDY_LEAD)
        .allow(GET, "/api/subsidy/cases/**", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/subsidy/households/**", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/subsidy/waiting", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/subsidy/steps", SUBSIDY_CLERK, SUBSIDY_LEAD, LEADER, AUDITOR)
        .allow(
            GET,
            "/api/subsidy/figures/**",
            SUBSIDY_CLERK,
            SUBSIDY_LEAD,
            LEADER,
            BULLETIN_EDITOR,
            BULLETIN_ISSUER,
            AUDITOR);
  }
}
