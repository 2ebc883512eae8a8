package io.countypulse.employment.survey;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the survey file (DOMAIN.md § 10). */
enum SurveyColumn implements Column {
  PERSON("人编号"),
  SKILLS("技能"),
  WISH_TO_TRAIN("培训意愿"),
  WISH_TO_WORK("就业意愿"),
  EDUCATION("文化程度"),
  SURVEYED_ON("调查日期");

  private final String header;

  SurveyColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }
}
