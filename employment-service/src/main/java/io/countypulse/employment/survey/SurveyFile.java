package io.countypulse.employment.survey;

import io.countypulse.employment.vocabulary.Education;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.FileKind;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.StagedRow;
import io.countypulse.platform.intake.Staging;
import io.countypulse.platform.intake.sheet.Layout;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.outbox.Outbox;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The survey file (DOMAIN.md § 10): one row a person and day of the survey. */
@Component
final class SurveyFile implements FileKind<Answers> {

  private static final Layout LAYOUT = Layout.of(SurveyColumn.values());
  private static final Staging<Answers> STAGING =
      new Staging<>(
          "staged_survey",
          List.of(
              "person_id text collate \"C\" not null",
              "surveyed_on date not null",
              "skills text",
              "wish_to_train boolean",
              "training_trade text",
              "wish_to_work boolean",
              "education text"),
          SurveyFile::write);

  private final Outbox outbox;

  SurveyFile(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String code() {
    return "survey";
  }

  @Override
  public String title() {
    return "六个清楚调查";
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Set<Role> writers() {
    return Set.of(Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD);
  }

  @Override
  public RowCheck<Answers> check(SheetRow row, ImportContext context) {
    return new SurveyCheck(row, context).verdict();
  }

  @Override
  public Staging<Answers> staging() {
    return STAGING;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new SurveyImport(context, jdbc, outbox.traceparent()).apply();
  }

  private static void write(Answers answers, StagedRow staged) {
    Education education = answers.education();
    staged.text(answers.personId()).date(answers.surveyedOn()).text(answers.skills());
    staged.truth(answers.wishToTrain()).text(answers.trainingTrade()).truth(answers.wishToWork());
    staged.text(education == null ? null : education.name());
  }
}
