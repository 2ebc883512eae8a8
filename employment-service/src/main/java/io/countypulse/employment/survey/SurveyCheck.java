package io.countypulse.employment.survey;

import static io.countypulse.employment.survey.SurveyColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.employment.intake.Cells;
import io.countypulse.employment.vocabulary.Education;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.SheetRow;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one row of the survey file by itself (DOMAIN.md § 10). */
final class SurveyCheck {

  private static final Set<String> NO_TRAINING = Set.of("否", "无", "不愿意", "没有");
  private static final Set<String> ANY_TRAINING = Set.of("是", "有", "愿意");

  private final SheetRow row;
  private final ImportContext context;
  private final Findings findings = new Findings();
  private final Cells cells;

  SurveyCheck(SheetRow row, ImportContext context) {
    this.row = row;
    this.context = context;
    this.cells = new Cells(row, context, findings);
  }

  RowCheck<Answers> verdict() {
    String person = cells.code(PERSON);
    LocalDate day = surveyedOn();
    String skills = cells.text(SKILLS);
    String training = cells.text(WISH_TO_TRAIN);
    Boolean work = cells.yesOrNo(WISH_TO_WORK);
    Education education = cells.word(EDUCATION, Education.WORDS);
    return findings.verdict(
        () ->
            new Answers(
                requireNonNull(person),
                day,
                skills,
                wishes(training),
                trade(training),
                work,
                education));
  }

  /** A trade instead of a yes is a yes that says in what. */
  private static @Nullable Boolean wishes(@Nullable String training) {
    return training == null ? null : Boolean.valueOf(!NO_TRAINING.contains(training));
  }

  private static @Nullable String trade(@Nullable String training) {
    return training == null || NO_TRAINING.contains(training) || ANY_TRAINING.contains(training)
        ? null
        : training;
  }

  /** The import's date stands in for a day that is not told. */
  private LocalDate surveyedOn() {
    LocalDate told = findings.optional(Dates.parse(row, SURVEYED_ON));
    LocalDate day = told == null ? context.asOf() : told;
    if (day.isAfter(context.businessDate())) {
      findings.fault(
          Fault.of(
              "SURVEY_IN_FUTURE",
              SURVEYED_ON,
              "调查日期晚于业务日期 " + context.businessDate() + "，请核对",
              "The survey is dated after the business date " + context.businessDate(),
              day.toString()));
    }
    return day;
  }
}
