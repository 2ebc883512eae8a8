package io.countypulse.employment.residence;

import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.ImportContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The homes a staged file speaks of ({@code staged_home}): their residence after this import, and
 * whether it moves them. A household's move is its members' move, in the same transaction.
 */
public final class Homes {

  /**
   * Whether the file agrees on a home's county, and whether that is where the home is on record.
   */
  private static final String RESOLVE =
      """
      create temporary table staged_home on commit drop as
      select asked.household_id, asked.county as asked, h.county as county_before,
        coalesce(h.county, asked.county) as county, h.residence,
        case
          when h.id is null then false
          when :correct then h.county <> asked.county or h.residence is not null
          else county_on(h.county, h.residence, :asOf) <> asked.county
        end as moved,
        asked.contested
      from (
        select household_id, max(county) as county, min(county) <> max(county) as contested
        from {staged}
        group by household_id
      ) as asked
      left join household h on h.id = asked.household_id
      """;

  private static final String MOVE =
      """
      update staged_home
      set (county, residence) = (
        select residence_current(lived), residence_stored(lived)
        from (
          select case
            when :correct then residence_of(asked, null)
            else residence_moved(residence_of(county, residence), asked, :asOf)
          end as lived
        ) as known)
      where moved
      """;

  /** SQL: who moved with a home, once they have. */
  public static final String MOVED_PEOPLE =
      """
      select w.person_id from staged_home home
      join worker w on w.county = home.county and w.household_id = home.household_id
      where home.moved
      """;

  /** Households known from their members' rows only: not published before their own row comes. */
  private static final String ADD =
      """
      insert into household (id, county, version, business_date, import_id)
      select household_id, county, 0, :asOf, :import
      from staged_home
      where county_before is null
      order by household_id
      """;

  private static final String MOVED_HOUSEHOLDS =
      """
      with changed as (
        update household h
        set county = home.county, residence = home.residence, business_date = :asOf, recorded_at = now(),
          import_id = :import, version = case h.version when 0 then 0 else h.version + 1 end
        from staged_home home
        where home.moved and h.id = home.household_id
        returning h.id, h.version, household_event(h) as payload
      )
      insert into outbox (topic, key, type, payload, traceparent)
      select 'employment.household.v1', id, 'io.countypulse.employment.household.v1', payload, :traceparent
      from changed
      where version > 0
      order by id
      """;

  private static final String MOVED_MEMBERS =
      """
      with changed as (
        update worker w
        set (county, residence) = (
            select residence_current(lived), residence_stored(lived)
            from (
              select case
                when :correct then residence_of(home.county, home.residence)
                else residence_joined(
                  residence_of(w.county, w.residence), residence_of(home.county, home.residence), :asOf)
              end as lived
            ) as known),
          version = w.version + 1, business_date = :asOf, recorded_at = now(), import_id = :import
        from staged_home home
        where home.moved and w.county = home.county_before and w.household_id = home.household_id
          and {which}
        returning w.county, w.person_id, worker_event(w) as payload
      ),
      published as (
        insert into outbox (topic, key, type, payload, traceparent)
        select 'employment.worker.v1', person_id, 'io.countypulse.employment.worker.v1', payload, :traceparent
        from changed
        order by person_id
      )
      select county, 0 as added, count(*) as changed
      from changed
      group by county
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  public Homes(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  /**
   * Lets sorts and joins of a whole file stay in memory, and statistics of staged tables be rough;
   * a service runs one import at a time.
   */
  public void makeRoom() {
    jdbc.sql("set local work_mem = '128MB'").update();
  }

  /**
   * Makes {@code staged_home} (household_id, county_before, county, residence, moved, contested) of
   * a table of staged records.
   */
  public void resolve(String staged) {
    jdbc.sql(RESOLVE.replace("{staged}", staged))
        .param("asOf", context.asOf())
        .param("correct", corrects())
        .update();
    jdbc.sql("analyze staged_home (household_id)").update();
    jdbc.sql(MOVE).param("asOf", context.asOf()).param("correct", corrects()).update();
  }

  /** Leaves homes alone that are told of by refused records only. */
  public void keepThoseOf(String staged) {
    jdbc.sql(
            "delete from staged_home h where not exists (select from {staged} s where s.household_id = h.household_id)"
                .replace("{staged}", staged))
        .update();
  }

  /** Writes down homes seen for the first time, and those that moved. */
  public void record() {
    jdbc.sql(ADD).param("asOf", context.asOf()).param("import", context.importId()).update();
    change(MOVED_HOUSEHOLDS).update();
  }

  /** Takes along the members of moved households. */
  public List<Change> moveMembers() {
    return moveMembers("true");
  }

  /** Takes along those members of moved households whom the staged people do not include. */
  public List<Change> moveMembersBut(String stagedPeople) {
    return moveMembers(
        "not exists (select from %s told where told.person_id = w.person_id)"
            .formatted(stagedPeople));
  }

  /** Whether a county that differs replaces the past as well. */
  public boolean corrects() {
    return context.countyChange() == CountyChange.CORRECT;
  }

  private List<Change> moveMembers(String which) {
    return change(MOVED_MEMBERS.replace("{which}", which))
        .param("correct", corrects())
        .query(Change.class)
        .list();
  }

  private StatementSpec change(String sql) {
    return jdbc.sql(sql)
        .param("asOf", context.asOf())
        .param("import", context.importId())
        .param("traceparent", traceparent);
  }
}
