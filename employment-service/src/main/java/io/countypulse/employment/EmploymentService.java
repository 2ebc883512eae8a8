package io.countypulse.employment;

import static io.countypulse.platform.access.Role.AUDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_EDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_ISSUER;
import static io.countypulse.platform.access.Role.EMPLOYMENT_CLERK;
import static io.countypulse.platform.access.Role.EMPLOYMENT_LEAD;
import static io.countypulse.platform.access.Role.LEADER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.countypulse.platform.access.AccessRules;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The department that knows who is in work: its register, files, events and own figures. */
@SpringBootApplication
public class EmploymentService {

  /** What clerks and leads keep, and leaders and auditors see. */
  private static final List<String> FEATURES =
      List.of(
          "breakdowns",
          "businesses",
          "cooperation",
          "ledgers",
          "returns",
          "surveys",
          "trainings",
          "watch",
          "workplaces");

  public static void main(String[] arguments) {
    SpringApplication.run(EmploymentService.class, arguments);
  }

  @Bean
  AccessRules access() {
    AccessRules rules =
        AccessRules.none()
            .allow(POST, "/api/employment/imports", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
            .allow(GET, "/api/employment/imports/**", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD, AUDITOR)
            .allow(POST, "/api/employment/workers/**", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
            .allow(PUT, "/api/employment/workers/*", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
            .allow(POST, "/api/employment/households/**", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
            .allow(PUT, "/api/employment/households/*", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
            .allow(
                GET,
                "/api/employment/households/**",
                EMPLOYMENT_CLERK,
                EMPLOYMENT_LEAD,
                LEADER,
                AUDITOR)
            .allow(GET, "/api/employment/reviews/**", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD, AUDITOR)
            .allow(POST, "/api/employment/reviews/**", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
            .allow(
                GET,
                "/api/employment/targets/**",
                EMPLOYMENT_CLERK,
                EMPLOYMENT_LEAD,
                LEADER,
                AUDITOR)
            .allow(PUT, "/api/employment/targets/*/*", EMPLOYMENT_LEAD)
            .allow(GET, "/api/employment/duplicates", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD, AUDITOR)
            .allow(
                GET, "/api/employment/workers/export", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD, AUDITOR)
            .allow(
                GET,
                "/api/employment/workers/**",
                EMPLOYMENT_CLERK,
                EMPLOYMENT_LEAD,
                LEADER,
                AUDITOR)
            .allow(
                GET,
                "/api/employment/figures/**",
                EMPLOYMENT_CLERK,
                EMPLOYMENT_LEAD,
                LEADER,
                BULLETIN_EDITOR,
                BULLETIN_ISSUER,
                AUDITOR);
    rules = rules.allow(POST, "/api/employment/cooperation", EMPLOYMENT_LEAD);
    for (String feature : FEATURES) {
      String paths = "/api/employment/" + feature + "/**";
      rules =
          rules
              .allow(GET, paths, EMPLOYMENT_CLERK, EMPLOYMENT_LEAD, LEADER, AUDITOR)
              .allow(POST, paths, EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
              .allow(PUT, paths, EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
              .allow(DELETE, paths, EMPLOYMENT_CLERK, EMPLOYMENT_LEAD);
    }
    return rules;
  }
}
