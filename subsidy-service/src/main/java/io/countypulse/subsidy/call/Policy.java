package io.countypulse.subsidy.call;

/** What people are asked about, in the order of the file's columns. */
enum Policy {
  YULU("yulu", CallColumn.YULU),
  YULU_PLUS("yulu_plus", CallColumn.YULU_PLUS),
  TRANSPORT("transport", CallColumn.TRANSPORT),
  MICROCREDIT("microcredit", CallColumn.MICROCREDIT);

  private final String code;
  private final CallColumn column;

  Policy(String code, CallColumn column) {
    this.code = code;
    this.column = column;
  }

  /** As it stands in the indicator's name. */
  String code() {
    return code;
  }

  CallColumn column() {
    return column;
  }
}
