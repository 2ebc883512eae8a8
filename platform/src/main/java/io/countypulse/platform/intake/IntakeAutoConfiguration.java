package io.countypulse.platform.intake;

import io.countypulse.platform.access.AccessAutoConfiguration;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditAutoConfiguration;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.personal.PersonalDataAutoConfiguration;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Units;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files in, for a service that sets {@code pulse.intake.path}, has {@link FileKind} beans and lists
 * {@code classpath:db/platform/intake} among its migrations.
 */
@AutoConfiguration(
    after = {
      AccessAutoConfiguration.class,
      AuditAutoConfiguration.class,
      PersonalDataAutoConfiguration.class
    })
@ConditionalOnProperty("pulse.intake.path")
@EnableConfigurationProperties(IntakeAutoConfiguration.Settings.class)
public final class IntakeAutoConfiguration {

  /**
   * How files are taken.
   *
   * @param path of the API, such as {@code /api/employment/imports}
   * @param largestFile more is answered with 413
   * @param keepFiles how long originals are kept, encrypted, for their reject files
   * @param pause how long the queue rests when nothing wakes it
   */
  @ConfigurationProperties("pulse.intake")
  record Settings(
      String path,
      @DefaultValue("1GB") DataSize largestFile,
      @DefaultValue("90d") Duration keepFiles,
      @DefaultValue("1s") Duration pause) {}

  /** The service's kinds by their code. */
  record Kinds(Map<String, FileKind<?>> byCode) {}

  @Bean
  Kinds fileKinds(List<FileKind<?>> kinds) {
    Map<String, FileKind<?>> byCode = new TreeMap<>();
    for (FileKind<?> kind : kinds) {
      if (byCode.put(kind.code(), kind) != null) {
        throw new IllegalStateException("two kinds of file are called " + kind.code());
      }
    }
    return new Kinds(byCode);
  }

  @Bean
  Uploads uploads(
      ScopedTransactions transactions,
      JdbcClient database,
      PersonalData personal,
      BusinessDate businessDate,
      Units units,
      Settings settings) {
    return new Uploads(
        transactions,
        database,
        personal,
        businessDate,
        fingerprint(units),
        settings.largestFile().toBytes());
  }

  @Bean
  ImportRunner importRunner(
      Kinds kinds,
      DataSource dataSource,
      JdbcClient database,
      ScopedTransactions scoped,
      PlatformTransactionManager transactions,
      PersonalData personal,
      Audit audit,
      MeterRegistry meters,
      JsonMapper json) {
    return new ImportRunner(
        kinds.byCode(),
        dataSource,
        database,
        scoped,
        transactions,
        personal,
        new ImportRecords(audit, meters),
        json);
  }

  @Bean
  HandRows handRows(JdbcClient database, DataSource dataSource) {
    return new HandRows(database, dataSource);
  }

  @Bean
  ImportQueue importQueue(
      ImportRunner runner,
      ScopedTransactions transactions,
      JdbcClient database,
      Settings settings) {
    return new ImportQueue(
        runner, new Housekeeping(transactions, database, settings.keepFiles()), settings.pause());
  }

  @Bean
  ImportsController importsController(
      Kinds kinds,
      Uploads uploads,
      ImportQueue queue,
      ScopedTransactions transactions,
      JdbcClient database,
      PersonalData personal,
      BusinessDate businessDate,
      Audit audit,
      Settings settings) {
    return new ImportsController(
        kinds.byCode(),
        uploads,
        queue,
        new ImportJobs(database),
        new Rejects(transactions, database, personal),
        transactions,
        businessDate,
        audit,
        settings.path());
  }

  /** Changes when a unit gets another code or name. */
  private static String fingerprint(Units units) {
    return UUID.nameUUIDFromBytes(units.rows().toString().getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
