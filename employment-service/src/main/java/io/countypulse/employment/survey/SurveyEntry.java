package io.countypulse.employment.survey;

import io.countypulse.employment.vocabulary.Education;
import io.countypulse.platform.outbox.Outbox;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers entered by hand: staged like a file of one row, so that they take the same path. */
@Repository
class SurveyEntry {

  private static final String STAGED =
      """
      create temporary table staged_survey on commit drop as
      select :person::text as person_id, :day::date as surveyed_on, :skills::text as skills,
        :train::boolean as wish_to_train, :trade::text as training_trade, :work::boolean as wish_to_work,
        :education::text as education
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  SurveyEntry(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** Writes the answers of a known person down, in the running transaction. */
  void record(Answers answers, UUID amendment, String by) {
    Education education = answers.education();
    jdbc.sql(STAGED)
        .param("person", answers.personId())
        .param("day", answers.surveyedOn())
        .param("skills", answers.skills())
        .param("train", answers.wishToTrain())
        .param("trade", answers.trainingTrade())
        .param("work", answers.wishToWork())
        .param("education", education == null ? null : education.name())
        .update();
    new StagedSurvey(jdbc, amendment, by, outbox.traceparent()).record();
  }
}
