package io.countypulse.subsidy.revision;

import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.cases.CaseUpdate;
import io.countypulse.subsidy.programme.Programme;
import io.countypulse.subsidy.programme.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** New terms and what they do to cases; in the caller's transaction. */
@Repository
class Revisions {

  private static final String SETTLED =
      "c.paid_fen > 0 or c.step in ('IN_BATCH', 'PAID', 'REFUSED', 'WITHDRAWN') as settled";

  /** The day from which other terms hold. */
  private static final String UNTIL =
      "coalesce((select min(valid_from) from programme_version where programme = :code and valid_from > :from),"
          + " 'infinity')";

  /**
   * Cases of the days the terms hold for, that are granted what the terms before them said: an
   * amount a file told otherwise is not ours to change.
   */
  private static final String CONCERNED =
      """
      select c.id, c.county, c.entitled_fen as before, :fen::int8 as after, {settled}
      from subsidy_case c
      where c.programme = :caseProgramme and c.entitled_from >= :from and c.entitled_from < {until}
        and c.entitled_fen = programme_fen(:code, c.entitled_from)
        and c.entitled_fen <> :fen
      """
          .replace("{settled}", SETTLED)
          .replace("{until}", UNTIL);

  /** A share is of each month's wages, so that of a year may change for some of its months only. */
  private static final String CONCERNED_BY_SHARE =
      """
      select c.id, c.county, c.entitled_fen as before, granted.fen as after, {settled}
      from (
        select workshop_id, extract(year from ends)::int4 as period,
          sum(round(wages_fen / 100.0
            * case when ends >= :from and ends < {until} then :rate else programme_rate(:code, ends) end))::int8 as fen
        from workshop_month
        group by 1, 2
      ) as granted
      join subsidy_case c
        on (c.programme, c.subject_id, c.period) = (:caseProgramme, granted.workshop_id, granted.period)
      where c.entitled_from is not null and c.entitled_fen <> granted.fen
      """
          .replace("{settled}", SETTLED)
          .replace("{until}", UNTIL);

  private static final String EFFECT =
      """
      select county, count(*) filter (where not settled) as cases,
        coalesce(sum(before) filter (where not settled), 0)::int8 as before,
        coalesce(sum(after) filter (where not settled), 0)::int8 as after,
        count(*) filter (where settled) as paid
      from ({concerned}) as c
      group by county
      order by county
      """;

  private static final String CHANGE =
      """
      with concerned as ({concerned}),
      changed as (
        update subsidy_case c set entitled_fen = o.after
        from concerned o
        where o.id = c.id and not o.settled
        returning c.id
      )
      insert into touched_case (id, day) select id, :today from changed
      """;

  private static final String TERMS =
      """
      insert into programme_version as v (
        programme, valid_from, amount_fen, rate, entitled, entitled_en, deadlines)
      values (:code, :from, :fen, :rate, :entitled, :entitledEn, :deadlines::jsonb)
      on conflict (programme, valid_from) do update set
        amount_fen = excluded.amount_fen, rate = excluded.rate, entitled = excluded.entitled,
        entitled_en = excluded.entitled_en, deadlines = excluded.deadlines
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Units units;
  private final BusinessDate businessDate;
  private final Outbox outbox;

  Revisions(
      JdbcClient jdbc, JsonMapper json, Units units, BusinessDate businessDate, Outbox outbox) {
    this.jdbc = jdbc;
    this.json = json;
    this.units = units;
    this.businessDate = businessDate;
    this.outbox = outbox;
  }

  /** Whom the terms would concern. */
  Effect effect(Programme programme, Terms terms) {
    if (programme.amountKind() == Programme.AmountKind.NONE) {
      return new Effect(0, Effect.yuan(0), Effect.yuan(0), 0, List.of());
    }
    List<Line> lines = asked(EFFECT, programme, terms).query(Line.class).list();
    return new Effect(
        lines.stream().mapToLong(Line::cases).sum(),
        Effect.yuan(lines.stream().mapToLong(Line::before).sum()),
        Effect.yuan(lines.stream().mapToLong(Line::after).sum()),
        lines.stream().mapToLong(Line::paid).sum(),
        lines.stream().map(line -> line.inCounty(name(line.county()))).toList());
  }

  /** Puts the terms in force and brings the cases they concern up to date. */
  void apply(Programme programme, Terms terms, Effect effect, String reason, String by) {
    CaseUpdate.begin(jdbc);
    if (programme.amountKind() != Programme.AmountKind.NONE) {
      asked(CHANGE, programme, terms).param("today", businessDate.today()).update();
    }
    keep(terms, effect, reason, by);
    jdbc.sql("update programme set version = version + 1, recorded_at = now() where code = ?")
        .param(programme.code())
        .update();
    CaseUpdate.publish(jdbc, outbox.traceparent());
  }

  private JdbcClient.StatementSpec asked(String sql, Programme programme, Terms terms) {
    String concerned = programme.amountKind().isMoney() ? CONCERNED : CONCERNED_BY_SHARE;
    return jdbc.sql(sql.replace("{concerned}", concerned))
        .param("code", programme.code())
        .param("caseProgramme", programme.caseProgramme())
        .param("from", terms.validFrom())
        .param("fen", terms.amountFen())
        .param("rate", terms.rate());
  }

  private void keep(Terms terms, Effect effect, String reason, String by) {
    jdbc.sql(
            """
            insert into programme_change (programme, valid_from, before, after, cases, reason, by_name)
            values (:code, :from,
              (select to_jsonb(v) from programme_version v where programme = :code and valid_from = :from),
              :after::jsonb, :cases, :reason, :by)
            """)
        .param("code", terms.programme())
        .param("from", terms.validFrom())
        .param("after", json.writeValueAsString(terms))
        .param("cases", effect.cases())
        .param("reason", reason)
        .param("by", by)
        .update();
    jdbc.sql(TERMS)
        .param("code", terms.programme())
        .param("from", terms.validFrom())
        .param("fen", terms.amountFen())
        .param("rate", terms.rate())
        .param("entitled", terms.entitled())
        .param("entitledEn", terms.entitledEn())
        .param("deadlines", json.writeValueAsString(terms.deadlines()))
        .update();
  }

  /** The programme, and nobody else changes it meanwhile. */
  Optional<Programme> lock(String code) {
    return jdbc.sql("select * from programme where code = ? for update")
        .param(code)
        .query(Programme.class)
        .optional();
  }

  /** What was changed, latest first. */
  List<Change> history(String code) {
    return jdbc.sql("select * from programme_change where programme = ? order by id desc")
        .param(code)
        .query(
            (row, _) ->
                new Change(
                    row.getObject("valid_from", LocalDate.class),
                    json.readTree(row.getString("after")),
                    row.getLong("cases"),
                    row.getString("reason"),
                    row.getString("by_name"),
                    row.getTimestamp("recorded_at").toInstant()))
        .list();
  }

  private String name(String county) {
    return units.find(new UnitCode(county)).map(Unit::name).orElse(county);
  }

  /** One change of a programme. */
  record Change(
      LocalDate validFrom, JsonNode terms, long cases, String reason, String by, Instant at) {}

  private record Line(String county, long cases, long before, long after, long paid) {
    Effect.InCounty inCounty(String name) {
      return new Effect.InCounty(
          county, name, cases, Effect.yuan(before), Effect.yuan(after), paid);
    }
  }
}
