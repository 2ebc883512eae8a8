package io.countypulse.employment.survey;

import io.countypulse.employment.vocabulary.Education;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered on a day, as it is kept; null is no answer.
 *
 * @param trainingTrade in which trade the person wishes to be trained
 * @param by who wrote it down or imported it
 */
record Survey(
    LocalDate surveyedOn,
    @Nullable String skills,
    @Nullable Boolean wishToTrain,
    @Nullable String trainingTrade,
    @Nullable Boolean wishToWork,
    @Nullable Education education,
    String by,
    Instant recordedAt) {}
