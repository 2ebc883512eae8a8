package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.outbox.Outbox;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what events tell of people one by one, and brings those people's cases into line. */
@Repository
class Claims {

  private static final String TOLD =
      """
      create temporary table told_claim on commit drop as
      select * from unnest(
        :ids::text[], :versions::int8[], :people::text[], :households::text[], :counties::text[],
        :residences::text[]::jsonb[], :ons::date[], :programmes::text[], :days::date[])
        as t (id, version, person_id, household_id, county, residence, counts_on, programme, day)
      """;

  /** A person whose code changed is told of twice: by the one code and by the other. */
  private static final String PEOPLE =
      """
      create temporary table told_person on commit drop as
      select distinct on (person_id) person_id, household_id, county, residence, day
      from (
        select person_id, household_id, county, residence, day, version from told_claim
        union all
        select known.person_id, t.household_id, t.county, t.residence, t.day, 0
        from told_claim t join {kept} known on known.id = t.id
      ) as people
      order by person_id, version desc
      """;

  private static final String SUBJECTS =
      """
      insert into told_subject
      select :programme, person_id, household_id, county, residence, day from told_person
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  Claims(ScopedTransactions transactions, JdbcClient jdbc, Outbox outbox) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /**
   * How claims of a kind are kept, and what they entitle to.
   *
   * @param programme of the cases
   * @param kept the table
   * @param remember SQL: writes {@code told_claim} to it where it is newer
   * @param entitled SQL: writes {@code told_case} for the people of {@code told_person}
   */
  record Rule(String programme, String kept, String remember, String entitled) {}

  void take(List<Claim> claims, Rule rule) {
    if (!claims.isEmpty()) {
      transactions.write(CountyScope.city(), () -> apply(claims, rule));
    }
  }

  private void apply(List<Claim> claims, Rule rule) {
    EntitledCases.begin(jdbc);
    stage(claims);
    jdbc.sql(
            "delete from told_claim t using {kept} known where known.id = t.id and known.version >= t.version"
                .replace("{kept}", rule.kept()))
        .update();
    jdbc.sql(PEOPLE.replace("{kept}", rule.kept())).update();
    if (jdbc.sql(rule.remember()).update() > 0) {
      jdbc.sql(SUBJECTS).param("programme", rule.programme()).update();
      jdbc.sql(rule.entitled()).update();
      EntitledCases.apply(jdbc, outbox.traceparent());
    }
  }

  private void stage(List<Claim> claims) {
    jdbc.sql(TOLD)
        .param("ids", column(claims, Claim::id))
        .param("versions", claims.stream().map(Claim::version).toArray(Long[]::new))
        .param("people", column(claims, Claim::personId))
        .param("households", column(claims, Claim::householdId))
        .param("counties", column(claims, claim -> claim.home().county()))
        .param("residences", column(claims, claim -> claim.home().residence()))
        .param("ons", column(claims, claim -> claim.on() == null ? null : claim.on().toString()))
        .param("programmes", column(claims, Claim::programme))
        .param("days", column(claims, claim -> claim.businessDate().toString()))
        .update();
  }

  private static String[] column(List<Claim> rows, Function<Claim, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
