package io.countypulse.platform;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.Databases.Login;
import io.countypulse.testing.RealParts;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A new database with the platform's tables, and the views its three roles have of it. */
public final class MigratedDatabase {

  private final Database database;
  private final DataSource app;

  private MigratedDatabase(Database database) {
    this.database = database;
    this.app = as(database.app());
  }

  /** A new database with the tables of these features: {@code audit}, {@code outbox} … */
  public static MigratedDatabase with(String... features) {
    return migrate(RealParts.database("platform"), features);
  }

  /** The same on a database that exists. */
  public static MigratedDatabase migrate(Database database, String... features) {
    String[] locations = new String[features.length];
    for (int i = 0; i < features.length; i++) {
      locations[i] = "classpath:db/platform/" + features[i];
    }
    Login owner = database.owner();
    Flyway.configure()
        .dataSource(database.url(), owner.username(), owner.password())
        .locations(locations)
        .placeholders(
            Map.of("app", database.app().username(), "relay", database.relay().username()))
        .load()
        .migrate();
    return new MigratedDatabase(database);
  }

  public JdbcClient app() {
    return JdbcClient.create(app);
  }

  public DataSource appSource() {
    return app;
  }

  public JdbcClient owner() {
    return JdbcClient.create(as(database.owner()));
  }

  public DataSource relay() {
    return as(database.relay());
  }

  /** Transactions of {@link #app()}. */
  public TransactionTemplate transaction() {
    return new TransactionTemplate(new DataSourceTransactionManager(app));
  }

  private DataSource as(Login login) {
    return new DriverManagerDataSource(database.url(), login.username(), login.password());
  }
}
