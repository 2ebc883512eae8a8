package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.topic.TopicReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** First businesses (返乡创业): entitled after a year, once a person, by the one opened first. */
@Component
class BusinessEvents implements TopicReader.Taker {

  private static final Claims.Rule RULE =
      new Claims.Rule(
          "FIRST_BUSINESS",
          "business",
          """
          insert into business (id, person_id, household_id, county, residence, opened, programme, version)
          select id, person_id, household_id, county, residence, counts_on, programme, version
          from told_claim order by id
          on conflict (id) do update set
            person_id = excluded.person_id, household_id = excluded.household_id, county = excluded.county,
            residence = excluded.residence, opened = excluded.opened, programme = excluded.programme,
            version = excluded.version
          """,
          """
          with first as (
            select distinct on (person_id) person_id, programme, (opened + interval '1 year')::date as from_day
            from business
            where person_id in (select person_id from told_person) and opened is not null
            order by person_id, opened, id
          )
          insert into told_case
          select 'FIRST_BUSINESS', person_id, extract(year from from_day)::int4, from_day,
            programme_fen(programme, from_day)
          from first
          where programme_fen(programme, from_day) is not null
          """);

  private final Claims claims;

  BusinessEvents(Claims claims) {
    this.claims = claims;
  }

  @Override
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    claims.take(EventReading.newest(records, Claim.BUSINESS, Claim::readBusiness), RULE);
  }
}
