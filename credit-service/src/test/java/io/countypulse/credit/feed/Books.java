package io.countypulse.credit.feed;

import io.countypulse.credit.Department;

/** What the department's tables and figures say. */
record Books(Department department) {

  /** Yuan as of a day. */
  String outstanding(String county, String day) {
    return department.cell("credit.outstanding", county, day).at("/value").asString();
  }

  int loans() {
    return department.database().sql("select count(*) from loan").query(Integer.class).single();
  }

  /** The one text a query answers. */
  String text(String sql) {
    return department.database().sql(sql).query(String.class).single();
  }
}
