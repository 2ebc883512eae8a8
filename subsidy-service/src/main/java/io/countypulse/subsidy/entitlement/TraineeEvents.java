package io.countypulse.subsidy.entitlement;

import io.countypulse.platform.topic.TopicReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Training places (雨露计划+): one case a person and year of the day the training counts from. */
@Component
class TraineeEvents implements TopicReader.Taker {

  private static final Claims.Rule RULE =
      new Claims.Rule(
          "YULU_PLUS",
          "training_place",
          """
          insert into training_place (id, person_id, household_id, county, residence, counts_on, version)
          select id, person_id, household_id, county, residence, counts_on, version from told_claim order by id
          on conflict (id) do update set
            person_id = excluded.person_id, household_id = excluded.household_id, county = excluded.county,
            residence = excluded.residence, counts_on = excluded.counts_on, version = excluded.version
          """,
          """
          insert into told_case
          select 'YULU_PLUS', person_id, extract(year from counts_on)::int4, min(counts_on), null
          from training_place
          where person_id in (select person_id from told_person) and counts_on >= '2021-01-01'
          group by 2, 3
          """);

  private final Claims claims;

  TraineeEvents(Claims claims) {
    this.claims = claims;
  }

  @Override
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    claims.take(EventReading.newest(records, Claim.TRAINEE, Claim::readTrainee), RULE);
  }
}
