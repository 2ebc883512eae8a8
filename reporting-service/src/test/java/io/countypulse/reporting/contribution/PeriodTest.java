package io.countypulse.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DOMAIN.md § 3 and § 6: which period a day shows. */
class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2024-06-10, 2024, 2023, 2024-05",
    "2024-08-31, 2024, 2023, 2024-07",
    "2024-09-01, 2024, 2024, 2024-08",
    "2024-01-01, 2024, 2023, 2023-12",
    "2024-12-31, 2024, 2024, 2024-11",
    "2024-03-31, 2024, 2023, 2024-02"
  })
  void aDayShowsItsYearItsSchoolYearAndTheMonthBefore(
      LocalDate day, String year, String schoolYear, String month) {
    assertThat(Period.NONE.shownAsOf(day)).isEmpty();
    assertThat(Period.YEAR.shownAsOf(day)).isEqualTo(year);
    assertThat(Period.SCHOOL_YEAR.shownAsOf(day)).isEqualTo(schoolYear);
    assertThat(Period.MONTH.shownAsOf(day)).isEqualTo(month);
  }

  @Test
  void aSchoolYearRunsFromSeptemberToAugust() {
    assertThat(Period.SCHOOL_YEAR.firstDay("2023")).isEqualTo("2023-09-01");
    assertThat(Period.SCHOOL_YEAR.lastDay("2023")).isEqualTo("2024-08-31");
    assertThat(Period.MONTH.lastDay("2024-02")).isEqualTo("2024-02-29");
  }

  @Test
  void aPeriodIsNamedByItsYearOrItsMonth() {
    assertThat(Period.YEAR.isNamedBy("2024")).isTrue();
    assertThat(Period.YEAR.isNamedBy("2024-05")).isFalse();
    assertThat(Period.MONTH.isNamedBy("2024-05")).isTrue();
    assertThat(Period.MONTH.isNamedBy("2024-13")).isFalse();
    assertThat(Period.NONE.isNamedBy("")).isFalse();
  }
}
