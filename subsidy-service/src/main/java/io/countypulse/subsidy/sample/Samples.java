package io.countypulse.subsidy.sample;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.intake.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Samples and the people in them; in the caller's transaction. */
@Repository
class Samples {

  /** Who was called this month already is not called again. */
  private static final String DRAW =
      """
      insert into call_sample_person (sample_id, place, person_id, county)
      select :sample, row_number() over (order by county, draw, id), id, county
      from (
        select id, county, draw, row_number() over (partition by county order by draw, id) as nth
        from (
          select p.id, p.county, md5(:seed::text || '|' || p.id) as draw
          from person p
          where (:counties::text[] is null or p.county = any (:counties))
            and not exists (
              select from verification_call c
              where c.person_id = p.id and c.day >= :from and c.day < :until and c.outcome is not null)
        ) as shuffled
      ) as drawn
      where nth <= :perCounty
      """;

  private static final String LIST =
      """
      select s.*, (
        select count(*)::int4 from call_sample_person p
        where p.sample_id = s.id and exists (
          select from verification_call c
          where c.person_id = p.person_id and c.outcome is not null
            and c.day >= s.month and c.day < s.month + interval '1 month')) as called
      from call_sample s
      """;

  private static final String PEOPLE =
      """
      select p.place, p.person_id, p.county, b.personal_encrypted, c.day as called_on, c.outcome
      from call_sample_person p
      join call_sample s on s.id = p.sample_id
      left join beneficiary b on b.person_id = p.person_id
      left join lateral (
        select day, outcome from verification_call v
        where v.person_id = p.person_id and v.outcome is not null
          and v.day >= s.month and v.day < s.month + interval '1 month'
        order by day desc limit 1
      ) as c on true
      where p.sample_id = ?
      order by p.place
      """;

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Units units;

  Samples(JdbcClient jdbc, PersonalData personalData, Units units) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.units = units;
  }

  /** Draws as many in each county of the scope, or all where a county has fewer. */
  Sample draw(CountyScope scope, YearMonth month, int perCounty, long seed, String by) {
    UUID id =
        jdbc.sql(
                """
                insert into call_sample (month, per_county, seed, drawn_by) values (?, ?, ?, ?)
                returning id
                """)
            .param(month.atDay(1))
            .param(perCounty)
            .param(seed)
            .param(by)
            .query(UUID.class)
            .single();
    int people =
        jdbc.sql(DRAW)
            .param("sample", id)
            .param("seed", seed)
            .param("counties", counties(scope))
            .param("from", month.atDay(1))
            .param("until", month.plusMonths(1).atDay(1))
            .param("perCounty", perCounty)
            .update();
    jdbc.sql("update call_sample set people = ? where id = ?").param(people).param(id).update();
    return find(id).orElseThrow();
  }

  List<Sample> all() {
    return jdbc.sql(LIST + "order by s.drawn_at desc limit 50")
        .query((row, _) -> sample(row))
        .list();
  }

  Optional<Sample> find(UUID id) {
    return jdbc.sql(LIST + "where s.id = ?").param(id).query((row, _) -> sample(row)).optional();
  }

  /** The people of the caller's counties, county by county. */
  List<Sample.Person> people(UUID id) {
    return jdbc.sql(PEOPLE).param(id).query((row, _) -> person(row)).list();
  }

  private Sample.Person person(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    byte @Nullable [] personal = row.getBytes("personal_encrypted");
    return new Sample.Person(
        row.getInt("place"),
        row.getString("person_id"),
        county.value(),
        units.find(county).map(Unit::name).orElse(county.value()),
        personal == null ? "" : Masked.name(Named.decrypted(personalData, personal).name()),
        row.getObject("called_on", LocalDate.class),
        row.getString("outcome"));
  }

  private static Sample sample(ResultSet row) throws SQLException {
    return new Sample(
        row.getObject("id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getInt("per_county"),
        row.getLong("seed"),
        row.getInt("people"),
        row.getInt("called"),
        row.getString("drawn_by"),
        row.getObject("drawn_at", OffsetDateTime.class).toInstant());
  }

  private static String @Nullable [] counties(CountyScope scope) {
    return scope instanceof CountyScope.Counties(var codes)
        ? codes.stream().map(UnitCode::value).toArray(String[]::new)
        : null;
  }
}
