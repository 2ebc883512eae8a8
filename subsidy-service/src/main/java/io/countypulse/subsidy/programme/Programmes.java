package io.countypulse.subsidy.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programmes and their terms. Statements over many cases ask the database's own {@code
 * programme_fen(programme, day)}, {@code programme_rate} and {@code programme_due}.
 */
@Repository
public class Programmes {

  private static final TypeReference<Map<String, Integer>> DAYS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Programmes(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The terms in force on a day, by programme in the order of lists. */
  public Map<String, Terms> on(LocalDate day) {
    Map<String, Terms> terms = new LinkedHashMap<>();
    jdbc.sql(
            """
            select distinct on (p.place) v.*
            from programme p join programme_version v on v.programme = p.code
            where v.valid_from <= ?
            order by p.place, v.valid_from desc
            """)
        .param(day)
        .query((row, _) -> terms(row))
        .list()
        .forEach(each -> terms.put(each.programme(), each));
    return terms;
  }

  /** All programmes. */
  public List<Programme> all() {
    return jdbc.sql("select * from programme order by place").query(Programme.class).list();
  }

  /** One programme. */
  public Optional<Programme> find(String code) {
    return jdbc.sql("select * from programme where code = ?")
        .param(code)
        .query(Programme.class)
        .optional();
  }

  /** All terms a programme has, had or will have, latest first. */
  public List<Terms> of(String code) {
    return jdbc.sql("select * from programme_version where programme = ? order by valid_from desc")
        .param(code)
        .query((row, _) -> terms(row))
        .list();
  }

  private Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        row.getString("programme"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("amount_fen", Long.class),
        row.getBigDecimal("rate"),
        row.getString("entitled"),
        row.getString("entitled_en"),
        json.readValue(row.getString("deadlines"), DAYS));
  }
}
