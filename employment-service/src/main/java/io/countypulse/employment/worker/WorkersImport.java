package io.countypulse.employment.worker;

import io.countypulse.employment.benefit.BenefitFacts;
import io.countypulse.employment.intake.Counties;
import io.countypulse.employment.residence.Homes;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies a staged workers file as sets: homes first, then people, then the members who moved with
 * their household. What is unchanged is neither touched nor published.
 */
final class WorkersImport {

  private static final String PEOPLE =
      """
      with changed as (
        merge into worker as w
        using (
          select p.*, home.county as home_county, home.residence as home_residence, home.moved
          from staged_person p
          join staged_home home on home.household_id = p.household_id
        ) as p
        on w.person_id = p.person_id
        when matched and (
          p.moved
          or (w.household_id, w.personal_digest, w.category, w.labour, w.township, w.village, w.spells::text,
            w.workplaces::text)
            is distinct from (p.household_id, p.personal_digest, p.category, p.labour, p.township, p.village, p.spells,
            p.workplaces)
          or (w.wish_to_work is distinct from p.wish_to_work
            and not survey_outlives(w.person_id, p.wish_to_work, :asOf))
          or (:correct and (w.county, w.residence) is distinct from (p.home_county, p.home_residence)))
        then update set
          household_id = p.household_id, township = p.township, village = p.village, category = p.category,
          labour = p.labour, (wish_to_work, wish_told_on) = (
            select case when kept then w.wish_to_work else p.wish_to_work end,
              case when kept or p.wish_to_work is null then w.wish_told_on else greatest(w.wish_told_on, :asOf) end
            from (
              select w.wish_to_work is distinct from p.wish_to_work
                and survey_outlives(w.person_id, p.wish_to_work, :asOf) as kept) as wish),
          personal_encrypted = p.personal_encrypted,
          personal_digest = p.personal_digest, identity_hash = p.identity_hash, namesake = p.namesake,
          spells = p.spells::json,
          workplaces = p.workplaces::json, employed = p.employed, out_of_province = p.out_of_province,
          (county, residence) = (
            select residence_current(lived), residence_stored(lived)
            from (
              select case
                when :correct then residence_of(p.home_county, p.home_residence)
                when w.household_id = p.household_id and not p.moved then residence_of(w.county, w.residence)
                else residence_joined(
                  residence_of(w.county, w.residence), residence_of(p.home_county, p.home_residence), :asOf)
              end as lived
            ) as known),
          version = w.version + 1, business_date = :asOf, recorded_at = now(), import_id = :import
        when not matched then insert (
          person_id, household_id, county, residence, township, village, category, labour, wish_to_work,
          wish_told_on, personal_encrypted, personal_digest, identity_hash, namesake, spells, workplaces, employed,
          out_of_province, version, business_date, import_id)
        values (
          p.person_id, p.household_id, p.home_county, p.home_residence, p.township, p.village, p.category, p.labour,
          p.wish_to_work, case when p.wish_to_work is not null then :asOf::date end, p.personal_encrypted,
          p.personal_digest, p.identity_hash, p.namesake, p.spells::json, p.workplaces::json, p.employed,
          p.out_of_province, 1, :asOf, :import)
        returning w.county, w.person_id, p.rows, merge_action() = 'INSERT' as added,
          case when w.residence is null and w.county = p.county and not p.placed_by_hand
            then worker_event(w, p.published)
            else worker_event(w)
          end as payload
      ),
      published as (
        insert into outbox (topic, key, type, payload, traceparent)
        select 'employment.worker.v1', person_id, 'io.countypulse.employment.worker.v1', payload, :traceparent
        from changed
      )
      select county, count(*) filter (where added) as added, count(*) filter (where not added) as changed,
        sum(rows) as rows
      from changed
      group by county
      """;

  /** Of a whole file few: those in workshops, and those something was told of before. */
  private static final String PEOPLE_WITH_FACTS =
      """
      select person_id from staged_person
      where strpos(spells, '"WORKSHOP"') > 0 or person_id in (select person_id from people_with_facts())
      union all
      """;

  /** What became of the people of one county; rows are those of the file. */
  private record Outcome(String county, int added, int changed, int rows) {
    Change change() {
      return new Change(county, added, changed);
    }
  }

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  WorkersImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    Homes homes = new Homes(context, jdbc, traceparent);
    homes.makeRoom();
    new StagedPeople(context, jdbc, homes).prepare();
    homes.record();
    List<Outcome> outcomes = people(homes.corrects());
    List<Change> members = homes.moveMembersBut("staged_person");
    new BenefitFacts(jdbc, context.asOf(), traceparent)
        .publish(PEOPLE_WITH_FACTS + Homes.MOVED_PEOPLE);
    int applied = outcomes.stream().mapToInt(Outcome::rows).sum();
    int duplicates = count("select count(*) from duplicate");
    return new Applied(
        applied,
        count("select count(*) from staged_worker") - applied,
        duplicates,
        flags(duplicates),
        Counties.summed(Stream.concat(outcomes.stream().map(Outcome::change), members.stream())));
  }

  private List<Outcome> people(boolean corrects) {
    return jdbc.sql(PEOPLE)
        .param("asOf", context.asOf())
        .param("import", context.importId())
        .param("correct", corrects)
        .param("traceparent", traceparent)
        .query(Outcome.class)
        .list();
  }

  private Map<String, Integer> flags(int duplicates) {
    Map<String, Integer> flags = new HashMap<>();
    flags.put("DUPLICATE_ROW", duplicates);
    flags.put("OVERLAPPING_SPELLS", count("select coalesce(sum(rows), 0) from overlapping"));
    flags.values().removeIf(rows -> rows == 0);
    return flags;
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
