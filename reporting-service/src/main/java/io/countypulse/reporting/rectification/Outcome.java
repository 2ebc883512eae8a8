package io.countypulse.reporting.rectification;

/** What came of a step somebody wanted to take. */
sealed interface Outcome {

  /** It was taken. */
  record Done(long id) implements Outcome {}

  /** There is no such item, or none of the caller's counties. */
  record Unknown() implements Outcome {}

  /** It cannot be taken now, or not by this person. */
  record Refused(Reason reason) implements Outcome {}

  /** Why not. */
  enum Reason {
    ALREADY_IN_LEDGER("该预警已在整改台账中，尚未销号。", "The alert stands in the ledger already."),
    WRONG_STATE("当前状态不能进行这一步，请刷新。", "The item is not in the state for this step; reload it."),
    SAME_PERSON("提交人不能核查或销号自己的整改，须由他人办理。", "Whoever submitted it cannot verify or close it."),
    NOTHING_TO_SHOW("请先填写整改措施或上传佐证材料。", "Measures or evidence are needed first."),
    FILE_KNOWN("这份材料已经上传过。", "This file is there already."),
    FILE_TYPE(
        "只接受 PDF、PNG、JPG、DOCX、XLSX，且内容须与扩展名一致。",
        "Only PDF, PNG, JPG, DOCX and XLSX whose content is what the name says."),
    FILE_SIZE("材料不能为空，且不超过 10 MB。", "A file has content, at most 10 MB.");

    private final String detail;
    private final String english;

    Reason(String detail, String english) {
      this.detail = detail;
      this.english = english;
    }

    String detail() {
      return detail;
    }

    String english() {
      return english;
    }
  }
}
