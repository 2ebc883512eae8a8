package io.countypulse.subsidy.cases;

/** Why a step is not taken with a case. */
public enum Refusal {
  NOT_FOUND("没有这个个案，或不属于您负责的县（市）区", "No such case, or none of your counties"),
  STEP_NOT_ALLOWED("当前环节不能直接进入该环节", "The step does not follow where the case stands"),
  NOT_YOUR_STEP("您的岗位不能办理该环节", "Your role does not take this step"),
  NOT_ENTITLED_YET("尚未符合条件，或已不再符合条件", "Not entitled yet, or not any more"),
  COUNTED_ONLY("该项目只计人数，不发放资金", "The programme is counted and not paid"),
  PAID_IN_FULL("已按标准全额发放", "Paid in full already"),
  SAME_PERSON("核实与批准须由不同人员办理", "Verified and approved by different people"),
  NOTICE_RUNNING("公示期未满", "The public notice has not ended"),
  OBJECTION_OPEN("有异议尚未处理", "An objection is open"),
  OBJECTION_UPHELD("公示中的异议成立，须重新核实并再次公示", "An objection was upheld: verify and post it again"),
  PAID_TWICE("本期（学期）已发放，不能重复发放", "Paid for this period or term already"),
  ABOVE_AMOUNT("超过应补金额", "Above the amount granted");

  private final String message;
  private final String messageEn;

  Refusal(String message, String messageEn) {
    this.message = message;
    this.messageEn = messageEn;
  }

  /** For the clerk, in Chinese. */
  public String message() {
    return message;
  }

  /** The same in English. */
  public String messageEn() {
    return messageEn;
  }
}
