package io.countypulse.subsidy.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The programmes cases are of; their amounts and dates are data (DOMAIN.md § 6). */
public enum CaseProgramme {
  TRANSPORT("跨省务工交通补助"),
  YULU("雨露计划"),
  YULU_PLUS("雨露计划+"),
  WORKSHOP_WAGES("帮扶车间吸纳就业"),
  PUBLIC_WELFARE_POST("公益性岗位"),
  FIRST_BUSINESS("返乡创业");

  private static final int SUMMER_MONTHS = 8;

  private final String title;

  CaseProgramme(String title) {
    this.title = title;
  }

  /** The programme of this name. */
  public static Optional<CaseProgramme> find(String name) {
    return Stream.of(values()).filter(programme -> programme.name().equals(name)).findFirst();
  }

  /** As screens name it. */
  public String title() {
    return title;
  }

  /** The period a day lies in: the year, of Yulu the school year from 1 September. */
  public int periodOf(LocalDate day) {
    return this == YULU ? day.minusMonths(SUMMER_MONTHS).getYear() : day.getYear();
  }
}
