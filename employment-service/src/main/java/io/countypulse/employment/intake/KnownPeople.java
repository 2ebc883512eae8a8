package io.countypulse.employment.intake;

import io.countypulse.platform.intake.ImportContext;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People a file tells of who stand in the register, or do not, or in another county. */
public final class KnownPeople {

  private static final String UNKNOWN =
      """
      with stranger as (
        delete from {staged} s
        where not exists (select from worker w where w.person_id = s.person_id)
          and s.person_id not in (select person_id from people_elsewhere(array(select person_id from {staged})))
        returning s.line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'PERSON_UNKNOWN', '人编号', '没有登记这个人编号，请先登记人员再导入',
        'Nobody of this code is registered'
      from stranger
      """;

  private static final String ELSEWHERE =
      """
      with refused as (
        delete from {staged} s
        using people_elsewhere(array(select person_id from {staged})) as other
        where other.person_id = s.person_id
        returning s.line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'PERSON_IN_OTHER_COUNTY', '人编号', '该人登记在其他县（市）区，请交由该县导入',
        'The person is registered in another county'
      from refused
      """;

  private static final String MERGED =
      """
      with refused as (
        delete from {staged} s
        using merged_worker m
        where m.person_id = s.person_id
        returning s.line, m.kept
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'PERSON_MERGED', '人编号', '该人已并入 ' || kept || '，请改用该人编号',
        'This person was merged into ' || kept || ': use that code'
      from refused
      """;

  private KnownPeople() {}

  /**
   * Sends back the rows of people who are not registered at all.
   *
   * @param staged the staging table: columns {@code line} and {@code person_id}
   */
  public static void refuseUnknown(ImportContext context, JdbcClient jdbc, String staged) {
    jdbc.sql(UNKNOWN.replace("{staged}", staged)).param("import", context.importId()).update();
  }

  /**
   * Sends back the rows of people registered where the importer is not responsible, and of those
   * whose record was given up for another.
   */
  public static void refuseThoseElsewhere(ImportContext context, JdbcClient jdbc, String staged) {
    jdbc.sql(MERGED.replace("{staged}", staged)).param("import", context.importId()).update();
    jdbc.sql(ELSEWHERE.replace("{staged}", staged)).param("import", context.importId()).update();
  }

  /** How many rows tell of people nobody has registered: they are taken all the same. */
  public static Map<String, Integer> flags(JdbcClient jdbc, String staged) {
    int unknown =
        jdbc.sql(
                "select count(*) from %s s where not exists (select from worker w where w.person_id = s.person_id)"
                    .formatted(staged))
            .query(Integer.class)
            .single();
    return unknown == 0 ? Map.of() : Map.of("PERSON_UNKNOWN", unknown);
  }
}
