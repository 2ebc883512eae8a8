package io.countypulse.reporting.bulletin;

import java.util.Map;

/** Indicators as a bulletin calls them. */
final class Names {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("employment.target", "务工目标任务"),
          Map.entry("employment.working", "已务工人数"),
          Map.entry("employment.out_of_province", "省外务工人数"),
          Map.entry("employment.worked_this_year", "本年务过工人数"),
          Map.entry("employment.completion_rate", "务工完成率"),
          Map.entry("employment.months_vs_last_year", "务工时长同比"),
          Map.entry("employment.returned", "返乡回流人数"),
          Map.entry("employment.re_employed", "再就业人数"),
          Map.entry("credit.target", "小额信贷目标"),
          Map.entry("credit.issued", "小额信贷发放额"),
          Map.entry("credit.issued_households", "小额信贷发放户数"),
          Map.entry("credit.completion_rate", "小额信贷完成率"),
          Map.entry("credit.outstanding", "小额信贷余额"),
          Map.entry("credit.overdue", "小额信贷逾期额"),
          Map.entry("credit.overdue_households", "小额信贷逾期户数"),
          Map.entry("credit.overdue_rate", "小额信贷逾期率"),
          Map.entry("transport.entitled", "交通补助应补人数"),
          Map.entry("transport.paid", "交通补助已补人数"),
          Map.entry("transport.paid_amount", "交通补助发放金额"),
          Map.entry("transport.paid_rate", "交通补助发放率"),
          Map.entry("yulu.students", "雨露计划应补学生"),
          Map.entry("yulu.paid", "雨露计划已补学生"),
          Map.entry("yulu.paid_amount", "雨露计划发放金额"),
          Map.entry("yulu.unpaid", "雨露计划未补学生"),
          Map.entry("yulu_plus.trained", "雨露计划+培训人数"),
          Map.entry("calls.made", "核查拨打电话"),
          Map.entry("calls.valid", "核查有效电话"),
          Map.entry("calls.problem_numbers", "核查问题号码"),
          Map.entry("calls.awareness_rate.yulu", "雨露计划知晓率"),
          Map.entry("calls.awareness_rate.yulu_plus", "雨露计划+知晓率"),
          Map.entry("calls.awareness_rate.transport", "交通补助知晓率"),
          Map.entry("calls.awareness_rate.microcredit", "小额信贷知晓率"));

  private Names() {}

  /** The name; an indicator that came later goes by its code. */
  static String of(String indicator) {
    return NAMES.getOrDefault(indicator, indicator);
  }
}
