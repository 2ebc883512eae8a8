package io.countypulse.employment.training;

import io.countypulse.employment.form.Entries;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session as it is entered by hand, with those who attend, by their codes. */
record NewCourse(
    @Nullable UnitCode county,
    @Nullable String trade,
    @Nullable String organiser,
    @Nullable LocalDate beginsOn,
    @Nullable LocalDate endsOn,
    @Nullable List<String> people) {

  private static final int LONGEST_NAME = 100;

  /** The same, checked. */
  NewCourse checked() {
    LocalDate begins = Entries.required(beginsOn, "beginsOn");
    if (endsOn != null && endsOn.isBefore(begins)) {
      throw Entries.refused(
          "END_BEFORE_START", "endsOn", "结束日期早于开始日期，请核对", "It ends before it starts");
    }
    String by = Entries.text(organiser, "organiser", LONGEST_NAME);
    return new NewCourse(
        Entries.required(county, "county"),
        Entries.requiredText(trade, "trade", LONGEST_NAME),
        by == null ? "" : by,
        begins,
        endsOn,
        people == null ? List.of() : List.copyOf(people));
  }
}
