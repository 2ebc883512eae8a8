package io.countypulse.reporting.bulletin;

import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.ranking.Rankings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class BulletinConfiguration {

  private static final String TEMPLATE = "/bulletin/template.json";

  @Bean
  Desk bulletinDesk(
      JdbcClient database,
      JsonMapper json,
      Snapshots snapshots,
      Figures figures,
      Rankings rankings,
      Units units,
      BusinessDate businessDate,
      ScopedTransactions transactions,
      Audit audit,
      Clock clock) {
    return new Desk(
        new Bulletins(database, json),
        new Files(json),
        shipped(json),
        snapshots,
        figures,
        rankings,
        units,
        businessDate,
        transactions,
        audit,
        clock);
  }

  @Bean
  FirstPdf firstPdf(@Value("${pulse.reporting.first-pdf-after:30s}") Duration after) {
    return new FirstPdf(after);
  }

  static BulletinText shipped(JsonMapper json) {
    try (InputStream template = BulletinConfiguration.class.getResourceAsStream(TEMPLATE)) {
      return json.readValue(Objects.requireNonNull(template), BulletinText.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
