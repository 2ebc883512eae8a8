package io.countypulse.employment.survey;

import io.countypulse.employment.form.Entries;
import io.countypulse.employment.vocabulary.Education;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they are handed in by hand; a survey of the same person and day is replaced.
 *
 * @param surveyedOn the business date where none is told
 */
record NewSurvey(
    @Nullable String personId,
    @Nullable LocalDate surveyedOn,
    @Nullable String skills,
    @Nullable Boolean wishToTrain,
    @Nullable String trainingTrade,
    @Nullable Boolean wishToWork,
    @Nullable Education education) {

  private static final int LONGEST_SKILLS = 200;
  private static final int LONGEST_TRADE = 50;
  private static final int LONGEST_CODE = 40;

  /** The answers, checked. */
  Answers answers(LocalDate today) {
    String trade = Entries.text(trainingTrade, "trainingTrade", LONGEST_TRADE);
    if (trade != null && Boolean.FALSE.equals(wishToTrain)) {
      throw Entries.refused(
          "TRADE_WITHOUT_WISH",
          "trainingTrade",
          "没有培训意愿时不填培训工种",
          "No trade without the wish to train");
    }
    return new Answers(
        Entries.requiredText(personId, "personId", LONGEST_CODE),
        Entries.past(surveyedOn, today, "surveyedOn"),
        Entries.text(skills, "skills", LONGEST_SKILLS),
        trade == null ? wishToTrain : Boolean.TRUE,
        trade,
        wishToWork,
        education);
  }
}
