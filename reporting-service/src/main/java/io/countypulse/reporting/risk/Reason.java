package io.countypulse.reporting.risk;

import tools.jackson.databind.JsonNode;

/**
 * What puts a household at risk (DOMAIN.md § 8), each told by one topic. Of several topics that
 * tell where a household is at home the first here is believed.
 */
public enum Reason {
  LOW_INCOME(
      1, "employment.household.v1", "人均纯收入低于 10,000 元", "Net income below 10,000 yuan a head") {
    @Override
    Told read(JsonNode event) {
      return EmploymentFacts.household(event);
    }
  },
  LOST_JOB(
      2, "employment.worker.v1", "有人返乡后未再就业", "Somebody stopped working and has not begun again") {
    @Override
    Told read(JsonNode event) {
      return EmploymentFacts.worker(event);
    }
  },
  OVERDUE_LOAN(3, "credit.household.v1", "小额信贷逾期", "A small loan is overdue") {
    @Override
    Told read(JsonNode event) {
      return BenefitFacts.overdue(event);
    }
  },
  UNPAID(4, "subsidy.household.v1", "补助应补未补", "Entitled to a subsidy and not paid") {
    @Override
    Told read(JsonNode event) {
      return BenefitFacts.waiting(event);
    }
  };

  private final int place;
  private final String topic;
  private final String text;
  private final String textEn;

  Reason(int place, String topic, String text, String textEn) {
    this.place = place;
    this.topic = topic;
    this.text = text;
    this.textEn = textEn;
  }

  /** What an event of this reason's topic tells; one that has not the contract's shape throws. */
  abstract Told read(JsonNode event);

  /** The lower is believed where a household is at home. */
  int place() {
    return place;
  }

  String topic() {
    return topic;
  }

  /** In Chinese, for the screen. */
  public String text() {
    return text;
  }

  /** The same in English. */
  public String textEn() {
    return textEn;
  }
}
