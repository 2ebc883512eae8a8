package io.countypulse.credit;

import static io.countypulse.platform.access.Role.AUDITOR;
import static io.countypulse.platform.access.Role.BANK;
import static io.countypulse.platform.access.Role.BULLETIN_EDITOR;
import static io.countypulse.platform.access.Role.BULLETIN_ISSUER;
import static io.countypulse.platform.access.Role.CREDIT_CLERK;
import static io.countypulse.platform.access.Role.CREDIT_LEAD;
import static io.countypulse.platform.access.Role.LEADER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.countypulse.platform.access.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The department that knows who borrowed: banks' feeds, loans, events and own figures. */
@SpringBootApplication
public class CreditService {

  public static void main(String[] arguments) {
    SpringApplication.run(CreditService.class, arguments);
  }

  @Bean
  AccessRules access() {
    return AccessRules.none()
        .allow(POST, "/api/credit/feeds", BANK, CREDIT_LEAD)
        .allow(POST, "/api/credit/feeds/*/confirm", CREDIT_LEAD)
        .allow(POST, "/api/credit/feeds/*/decline", CREDIT_LEAD)
        .allow(GET, "/api/credit/feeds/**", BANK, CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/credit/receipt-key", BANK, CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(PUT, "/api/credit/banks/*", CREDIT_LEAD)
        .allow(GET, "/api/credit/banks/**", BANK, CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(POST, "/api/credit/imports", CREDIT_LEAD)
        .allow(GET, "/api/credit/imports/**", CREDIT_LEAD, AUDITOR)
        .allow(PUT, "/api/credit/households/*/approval", CREDIT_LEAD)
        .allow(GET, "/api/credit/households/**", CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/credit/loans/**", BANK, CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/credit/ageing", CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/credit/due", CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/credit/ledger", CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/credit/calendar", BANK, CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(GET, "/api/credit/breaks/**", BANK, CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(POST, "/api/credit/breaks/*/resolve", CREDIT_CLERK, CREDIT_LEAD)
        .allow(GET, "/api/credit/statements/**", BANK, CREDIT_CLERK, CREDIT_LEAD, LEADER, AUDITOR)
        .allow(POST, "/api/credit/statements/*/review", CREDIT_CLERK, CREDIT_LEAD)
        .allow(POST, "/api/credit/statements/*/close", CREDIT_LEAD)
        .allow(
            GET,
            "/api/credit/figures/**",
            CREDIT_CLERK,
            CREDIT_LEAD,
            LEADER,
            BULLETIN_EDITOR,
            BULLETIN_ISSUER,
            AUDITOR);
  }
}
