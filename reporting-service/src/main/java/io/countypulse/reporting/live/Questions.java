package io.countypulse.reporting.live;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.countypulse.reporting.contribution.Period;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Indicator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Turns request parameters into queries, or into problems that say what is wrong with them. */
final class Questions {

  private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);

  private final BusinessDate businessDate;
  private final Units units;

  Questions(BusinessDate businessDate, Units units) {
    this.businessDate = businessDate;
    this.units = units;
  }

  LocalDate today() {
    return businessDate.today();
  }

  /** The query of a request; without a day it follows the business date at each call. */
  Supplier<FigureQuery> query(
      CountyScope scope,
      @Nullable LocalDate asOf,
      @Nullable String county,
      @Nullable List<String> indicator,
      @Nullable String period) {
    CountyScope seen = county == null ? scope : scope.narrowedTo(unit(county).code());
    Set<Indicator> wanted = indicators(indicator);
    if (period != null
        && Arrays.stream(Period.values()).noneMatch(kind -> kind.isNamedBy(period))) {
      throw problem(
          "period",
          "BAD_PERIOD",
          "期间应为年份或学年（2024），或月份（2024-05）。",
          "A period is a year or school year, such as 2024, or a month, such as 2024-05.");
    }
    if (asOf != null) {
      day("asOf", asOf);
    }
    return () -> new FigureQuery(asOf == null ? today() : asOf, period, seen, wanted);
  }

  Indicator indicator(String code) {
    return Indicator.find(code).orElseThrow(Questions::unknownIndicator);
  }

  /** All where none is named. */
  private static Set<Indicator> indicators(@Nullable List<String> names) {
    if (names == null) {
      return EnumSet.allOf(Indicator.class);
    }
    Set<Indicator> indicators = EnumSet.noneOf(Indicator.class);
    for (String name : names) {
      Set<Indicator> named = Indicator.named(name);
      if (named.isEmpty()) {
        throw unknownIndicator();
      }
      indicators.addAll(named);
    }
    return indicators;
  }

  private static ErrorResponseException unknownIndicator() {
    return problem("indicator", "UNKNOWN_INDICATOR", "没有这个指标。", "There is no such indicator.");
  }

  Unit unit(String code) {
    return (UnitCode.valid(code) ? units.find(new UnitCode(code)) : Optional.<Unit>empty())
        .orElseThrow(
            () ->
                problem("county", "UNKNOWN_COUNTY", "没有这个县（市）区代码。", "There is no such unit code."));
  }

  /** Figures reach to the end of next year: so far contributions are unrolled. */
  LocalDate day(String field, LocalDate day) {
    if (day.isBefore(FIRST_DAY) || day.getYear() > today().getYear() + 1) {
      throw problem(
          field,
          "DAY_OUT_OF_RANGE",
          "日期应在 1950 年至明年年底之间。",
          "The day must lie between 1950 and the end of next year.");
    }
    return day;
  }

  static ErrorResponseException problem(String field, String code, String detail, String english) {
    return Problem.of(HttpStatus.BAD_REQUEST, code, "请求有误", detail, english)
        .at(field)
        .toException();
  }
}
