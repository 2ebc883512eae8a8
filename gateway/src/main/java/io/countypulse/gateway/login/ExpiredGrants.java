package io.countypulse.gateway.login;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets grants whose every token has expired: machines leave one with each token they fetch. */
class ExpiredGrants {

  private final JdbcClient database;

  ExpiredGrants(JdbcClient database) {
    this.database = database;
  }

  @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
  void forget() {
    database
        .sql(
            """
            delete from oauth2_authorization
             where greatest(authorization_code_expires_at, access_token_expires_at,
                            refresh_token_expires_at) < now() - interval '1 hour'
            """)
        .update();
  }
}
