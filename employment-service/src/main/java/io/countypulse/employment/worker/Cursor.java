package io.countypulse.employment.worker;

import io.countypulse.employment.paging.Position;

/** Where a page ended: lists go by county of today, household and person. */
record Cursor(String county, String householdId, String personId) {

  static final Cursor START = new Cursor("", "", "");

  /** Reads what a client hands back. */
  static Cursor parse(String text) {
    Position position = Position.parse(text, "", "", "");
    return new Cursor(position.value(0), position.value(1), position.value(2));
  }

  @Override
  public String toString() {
    return Position.behind(county, householdId, personId).toString();
  }
}
