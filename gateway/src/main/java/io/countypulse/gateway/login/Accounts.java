package io.countypulse.gateway.login;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.units.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The accounts of this installation, in table {@code account}. */
class Accounts implements UserDetailsService {

  private final JdbcClient database;

  Accounts(JdbcClient database) {
    this.database = database;
  }

  boolean none() {
    return database.sql("select not exists (select from account)").query(Boolean.class).single();
  }

  /** Adds an account; a client's secret stands with its registration, not here. */
  void add(Account account, @Nullable String passwordHash) {
    database
        .sql(
            """
            insert into account (kind, name, display_name, password_hash, roles, counties, bank)
            values (:kind, :name, :displayName, :hash, :roles, :counties, :bank)
            """)
        .param("kind", account.kind().name())
        .param("name", account.name())
        .param("displayName", account.displayName())
        .param("hash", passwordHash)
        .param("roles", account.roles().stream().map(Role::name).toArray(String[]::new))
        .param("counties", account.counties().stream().map(UnitCode::value).toArray(String[]::new))
        .param("bank", account.bank())
        .update();
  }

  /** The account of a name, if it is there and enabled. */
  Optional<Account> find(Account.Kind kind, String name) {
    return database
        .sql("select * from account where kind = :kind and name = :name and enabled")
        .param("kind", kind.name())
        .param("name", name)
        .query(Accounts::account)
        .optional();
  }

  /** A user as sign-in knows one; in any letter case, since phones write the first letter large. */
  @Override
  public UserDetails loadUserByUsername(String name) {
    return database
        .sql("select * from account where kind = 'USER' and lower(name) = lower(:name)")
        .param("name", name)
        .query(Accounts::user)
        .optional()
        .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
  }

  private static UserDetails user(ResultSet row, int number) throws SQLException {
    return User.withUsername(row.getString("name"))
        .password(row.getString("password_hash"))
        .roles(texts(row, "roles").toArray(String[]::new))
        .disabled(!row.getBoolean("enabled"))
        .build();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        Account.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("display_name"),
        texts(row, "roles").stream().map(Role::valueOf).toList(),
        texts(row, "counties").stream().map(UnitCode::new).toList(),
        row.getString("bank"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
