package io.countypulse.employment.survey;

import io.countypulse.employment.vocabulary.Education;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person answered on a day; null is no answer.
 *
 * @param skills in the person's words
 * @param trainingTrade in which trade the person wishes to be trained
 */
record Answers(
    String personId,
    LocalDate surveyedOn,
    @Nullable String skills,
    @Nullable Boolean wishToTrain,
    @Nullable String trainingTrade,
    @Nullable Boolean wishToWork,
    @Nullable Education education) {}
