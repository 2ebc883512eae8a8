package io.countypulse.employment.intake;

import io.countypulse.platform.intake.ImportContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entities (people, households) of a staged file that are refused: with all their rows, since an
 * entity is applied whole or not at all (DOMAIN.md § 10). The temporary table {@code refusal} holds
 * the reasons; one without a line concerns every row of the entity.
 */
public final class Refusals {

  private static final String TABLE =
      """
      create temporary table refusal (
        entity text collate "C" not null, line int4, code text not null, field text not null default '',
        message text not null, message_en text not null default '', masked_value text not null default ''
      ) on commit drop
      """;

  private static final String FAULTY_ROWS =
      """
      insert into refusal
      select s.{entity}, s.line, fault ->> 'code', fault ->> 'field', fault ->> 'message', fault ->> 'messageEn',
        fault ->> 'maskedValue'
      from {staged} s, json_array_elements(s.faults::json) as fault
      where s.faults is not null
      """;

  private static final String REJECTS =
      """
      with reason as (
        select * from refusal
      ),
      faulty as (
        select entity, min(line) as line from refusal where line is not null group by entity
      ),
      refused as (
        select s.line, s.{entity} as entity from {staged} s where s.{entity} in (select entity from reason)
        union all
        select d.line, d.entity from duplicate d where d.entity in (select entity from reason)
      ),
      written as (
        insert into import_reject (import_id, line, code, field, message, message_en, masked_value)
        select :import, refused.line, code, field, message, message_en, masked_value
        from refused
        join reason on reason.entity = refused.entity and coalesce(reason.line, refused.line) = refused.line
        union all
        select :import, refused.line, 'SAME_{code}_REJECTED', '',
          '{same}第 ' || faulty.line || ' 行有误，请一并改正后重新导入',
          'Line ' || faulty.line || ' of the same entity is wrong: mend both and import them together', ''
        from refused
        join faulty on faulty.entity = refused.entity
        where not exists (
          select from reason
          where reason.entity = refused.entity and coalesce(reason.line, refused.line) = refused.line)
      )
      select count(*) from refused
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final String staged;
  private final String entity;

  private Refusals(ImportContext context, JdbcClient jdbc, String staged, String entity) {
    this.context = context;
    this.jdbc = jdbc;
    this.staged = staged;
    this.entity = entity;
  }

  /**
   * Begins with the rows that were staged with their faults.
   *
   * @param staged the staging table: columns {@code line}, {@code faults} and the entity's id
   * @param entity that column's name
   */
  public static Refusals of(ImportContext context, JdbcClient jdbc, String staged, String entity) {
    jdbc.sql(TABLE).update();
    var refusals = new Refusals(context, jdbc, staged, entity);
    jdbc.sql(refusals.named(FAULTY_ROWS)).update();
    return refusals;
  }

  /**
   * Writes what the clerk gets back, and takes the refused rows out of the staging table.
   *
   * @param same how a row is told of another of its entity: {@code 同一人}
   * @param code the middle of that reason's code: {@code PERSON}
   * @return rows refused
   */
  public int write(String same, String code) {
    int refused =
        jdbc.sql(named(REJECTS).replace("{same}", same).replace("{code}", code))
            .param("import", context.importId())
            .query(Integer.class)
            .single();
    if (refused > 0) {
      jdbc.sql(named("delete from {staged} s using refusal r where s.{entity} = r.entity"))
          .update();
      jdbc.sql("delete from duplicate d using refusal r where d.entity = r.entity").update();
    }
    return refused;
  }

  private String named(String sql) {
    return sql.replace("{staged}", staged).replace("{entity}", entity);
  }
}
