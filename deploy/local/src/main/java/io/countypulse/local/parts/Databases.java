package io.countypulse.local.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Creates the databases of the services, each with the three roles that use it. */
public final class Databases {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private Databases() {}

  /** One password a role; letters and digits. */
  public record Passwords(String owner, String app, String relay) {}

  public record Login(String username, String password) {}

  /**
   * A service's database.
   *
   * @param url JDBC URL without credentials
   * @param owner owns the database and migrates it
   * @param app what the service works with: row-level security binds it
   * @param relay empties the outbox
   */
  public record Database(String url, Login owner, Login app, Login relay) {}

  /**
   * Creates the database {@code name} and the roles {@code name_owner}, {@code name_app} and {@code
   * name_relay}; what exists is kept, and its passwords become the given ones.
   *
   * @param adminUrl JDBC URL of a superuser, credentials included
   */
  public static Database create(String adminUrl, String name, Passwords passwords) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
    Database database =
        new Database(
            adminUrl.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name),
            new Login(name + "_owner", passwords.owner()),
            new Login(name + "_app", passwords.app()),
            new Login(name + "_relay", passwords.relay()));
    try (Connection connection = DriverManager.getConnection(adminUrl)) {
      create(connection, name, database);
    } catch (SQLException e) {
      throw new PartFailure("Database " + name + " cannot be created", e);
    }
    return database;
  }

  private static void create(Connection connection, String name, Database database)
      throws SQLException {
    role(connection, database.owner());
    role(connection, database.app());
    role(connection, database.relay());
    try (Statement statement = connection.createStatement()) {
      if (!exists(connection, "select from pg_database where datname = ?", name)) {
        statement.execute("create database " + name + " owner " + database.owner().username());
      }
      statement.execute("revoke all on database " + name + " from public");
      statement.execute(
          "grant connect, temporary on database %s to %s, %s"
              .formatted(name, database.app().username(), database.relay().username()));
    }
  }

  private static void role(Connection connection, Login login) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!exists(connection, "select from pg_roles where rolname = ?", login.username())) {
        statement.execute("create role " + login.username());
      }
      statement.execute(
          "alter role %s login nosuperuser nocreatedb nocreaterole nobypassrls password %s"
              .formatted(login.username(), statement.enquoteLiteral(login.password())));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }
}
