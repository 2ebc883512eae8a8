package io.countypulse.reporting.figure;

/**
 * What an indicator is called in a sentence.
 *
 * @param zh for example 贷款逾期率
 * @param en for example the overdue rate
 */
public record IndicatorName(String zh, String en) {

  /** The name of an indicator. */
  public static IndicatorName of(Indicator indicator) {
    return switch (indicator) {
      case EMPLOYMENT_TARGET -> name("务工目标任务", "employment target");
      case EMPLOYMENT_WORKING -> name("在务工人数", "people in work");
      case EMPLOYMENT_OUT_OF_PROVINCE -> name("省外务工人数", "people in work out of the province");
      case EMPLOYMENT_WORKED_THIS_YEAR -> name("今年务工过人数", "people who worked this year");
      case EMPLOYMENT_COMPLETION_RATE -> name("务工就业完成率", "employment completion");
      case EMPLOYMENT_MONTHS_VS_LAST_YEAR -> name("务工时长同比", "time worked against last year");
      case EMPLOYMENT_RETURNED -> name("返乡回流人数", "people who came back");
      case EMPLOYMENT_RE_EMPLOYED -> name("返乡后再就业人数", "people re-employed");
      case CREDIT_TARGET -> name("小额信贷目标任务", "microcredit target");
      case CREDIT_ISSUED -> name("小额信贷新增发放", "microcredit issued");
      case CREDIT_ISSUED_HOUSEHOLDS -> name("小额信贷发放户数", "households with new loans");
      case CREDIT_COMPLETION_RATE -> name("小额信贷发放完成率", "microcredit completion");
      case CREDIT_OUTSTANDING -> name("小额信贷余额", "microcredit outstanding");
      case CREDIT_OVERDUE -> name("小额信贷逾期金额", "microcredit overdue");
      case CREDIT_OVERDUE_HOUSEHOLDS -> name("小额信贷逾期户数", "households overdue");
      case CREDIT_OVERDUE_RATE -> name("小额信贷逾期率", "overdue rate");
      case TRANSPORT_ENTITLED -> name("交通补助应补人数", "people entitled to the transport subsidy");
      case TRANSPORT_PAID -> name("交通补助已补人数", "people paid the transport subsidy");
      case TRANSPORT_PAID_AMOUNT -> name("交通补助发放金额", "transport subsidy paid");
      case TRANSPORT_PAID_RATE -> name("交通补助发放率", "transport subsidy paid rate");
      case YULU_STUDENTS -> name("雨露计划学生数", "Yulu students");
      case YULU_PAID -> name("雨露计划已补人数", "Yulu students paid");
      case YULU_PAID_AMOUNT -> name("雨露计划发放金额", "Yulu grants paid");
      case YULU_UNPAID -> name("雨露计划未补人数", "Yulu students not paid");
      case YULU_PLUS_TRAINED -> name("雨露计划+培训人数", "people trained under Yulu+");
      case CALLS_MADE -> name("电话核查拨打数", "verification calls made");
      case CALLS_VALID -> name("电话核查有效数", "valid verification calls");
      case CALLS_PROBLEM_NUMBERS -> name("电话核查问题号码数", "problem numbers");
      case CALLS_AWARENESS_YULU -> name("雨露计划知晓率", "awareness of the Yulu grant");
      case CALLS_AWARENESS_YULU_PLUS -> name("雨露计划+知晓率", "awareness of Yulu+");
      case CALLS_AWARENESS_TRANSPORT -> name("交通补助知晓率", "awareness of the transport subsidy");
      case CALLS_AWARENESS_MICROCREDIT -> name("小额信贷知晓率", "awareness of microcredit");
    };
  }

  private static IndicatorName name(String zh, String en) {
    return new IndicatorName(zh, en);
  }
}
