package io.countypulse.employment.workshop;

import io.countypulse.employment.form.Entries;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place as it is put on record or changed; post, county and name make its id and stay.
 *
 * @param until first day it is no longer one
 */
record NewPlace(
    @Nullable AssistedPost post,
    @Nullable UnitCode county,
    @Nullable String name,
    @Nullable String village,
    @Nullable LocalDate since,
    @Nullable LocalDate until) {

  private static final int LONGEST_NAME = 100;

  /** The same, checked as a new record. */
  NewPlace checked() {
    Entries.required(post, "post");
    Entries.required(county, "county");
    Entries.requiredText(name, "name", LONGEST_NAME);
    return checkedChange();
  }

  /** The same, checked as a change. */
  NewPlace checkedChange() {
    if (since != null && until != null && until.isBefore(since)) {
      throw Entries.refused(
          "END_BEFORE_START", "until", "结束日期早于开始日期，请核对", "It ends before it starts");
    }
    return new NewPlace(
        post,
        county,
        Entries.text(name, "name", LONGEST_NAME),
        Entries.text(village, "village", LONGEST_NAME),
        since,
        until);
  }
}
