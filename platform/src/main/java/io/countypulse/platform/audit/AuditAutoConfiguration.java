package io.countypulse.platform.audit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The audit log; the service lists {@code classpath:db/platform/audit} among its migrations. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
public final class AuditAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Audit audit(JdbcClient database, JsonMapper json) {
    return new Audit(database, json);
  }
}
