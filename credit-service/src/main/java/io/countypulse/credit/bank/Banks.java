package io.countypulse.credit.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of banks. */
@Repository
public class Banks {

  private final JdbcClient jdbc;

  Banks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The bank of a code. */
  public Optional<Bank> find(String code) {
    return jdbc.sql("select * from bank where code = ?").param(code).query(Banks::bank).optional();
  }

  /** All banks in the order of their codes. */
  public List<Bank> all() {
    return jdbc.sql("select * from bank order by code").query(Banks::bank).list();
  }

  /** Registers a bank, or changes what is known of it; false if nothing changed. */
  boolean put(Bank bank) {
    return jdbc.sql(
                """
                insert into bank (code, name, public_key, expected_time) values (?, ?, ?, ?)
                on conflict (code) do update set
                  name = excluded.name, public_key = excluded.public_key,
                  expected_time = excluded.expected_time, version = bank.version + 1, recorded_at = now()
                where (bank.name, bank.public_key, bank.expected_time)
                  is distinct from (excluded.name, excluded.public_key, excluded.expected_time)
                """)
            .param(bank.code())
            .param(bank.name())
            .param(bank.key().encoded())
            .param(bank.expectedTime())
            .update()
        > 0;
  }

  /** Registers a bank unless it is known already. */
  boolean putIfNew(Bank bank) {
    return jdbc.sql(
                "insert into bank (code, name, public_key, expected_time) values (?, ?, ?, ?) on conflict do nothing")
            .param(bank.code())
            .param(bank.name())
            .param(bank.key().encoded())
            .param(bank.expectedTime())
            .update()
        > 0;
  }

  private static Bank bank(ResultSet row, int number) throws SQLException {
    return new Bank(
        row.getString("code"),
        row.getString("name"),
        BankKey.of(row.getBytes("public_key")).orElseThrow(),
        row.getObject("expected_time", LocalTime.class));
  }
}
