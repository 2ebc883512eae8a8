package io.countypulse.platform.idempotency;

import io.countypulse.platform.access.AccessAutoConfiguration;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.personal.PersonalDataAutoConfiguration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes once a key, for a service with keys for personal data that lists {@code
 * classpath:db/platform/idempotency} among its migrations.
 */
@AutoConfiguration(after = {AccessAutoConfiguration.class, PersonalDataAutoConfiguration.class})
@ConditionalOnBean({ScopedTransactions.class, PersonalData.class})
public final class IdempotencyAutoConfiguration {

  @Bean
  IdempotentWrites idempotentWrites(
      ScopedTransactions transactions,
      JdbcClient database,
      PersonalData personal,
      JsonMapper json) {
    return new IdempotentWrites(transactions, new KeptAnswers(database, personal, json));
  }

  @Bean
  EarlierAnswer earlierAnswer() {
    return new EarlierAnswer();
  }

  @Bean
  WebMvcConfigurer writeRequestArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WriteRequestArgument());
      }
    };
  }
}
