package io.countypulse.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On which days banks are expected to deliver. */
class BusinessDaysTest {

  @Test
  void weekendsAndHolidaysAreNoBusinessDays() throws IOException {
    BusinessDays days = read("date,kind,name\n2024-06-10,休,端午节\n2024-06-08,班,端午节\n");
    assertThat(days.between(LocalDate.parse("2024-06-06"), LocalDate.parse("2024-06-11")))
        .extracting(LocalDate::toString)
        .containsExactly("2024-06-06", "2024-06-07", "2024-06-08", "2024-06-11");
    assertThat(days.name(LocalDate.parse("2024-06-10"))).isEqualTo("端午节");
    assertThat(days.name(LocalDate.parse("2024-06-09"))).isNull();
  }

  @Test
  void theShippedYearsAreThoseOfTheStateCouncilsNotices() throws IOException {
    BusinessDays days = TimeAutoConfiguration.shippedHolidays();
    assertThat(IntStream.of(2024, 2025, 2026).mapToObj(year -> count(days, year)))
        .as("business days a year: weekdays, less holidays on them, plus working weekends")
        .containsExactly(251, 248, 248);
    assertThat(days.includes(LocalDate.parse("2026-02-14"))).isTrue();
    assertThat(days.includes(LocalDate.parse("2026-10-07"))).isFalse();
    assertThat(days.includes(LocalDate.parse("2026-10-08"))).isTrue();
  }

  @Test
  void aYearWithoutHolidaysIsKnownToBeSo() throws IOException {
    BusinessDays days = read("date,kind,name\n2024-06-10,休,端午节\n");
    assertThat(days.knows(2024)).isTrue();
    assertThat(days.knows(2027)).isFalse();
    assertThat(days.includes(LocalDate.parse("2027-10-01"))).as("a Friday").isTrue();
  }

  private static int count(BusinessDays days, int year) {
    return days.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).size();
  }

  @Test
  void aFileThatIsNotSoIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("date,kind,name\n2024-02-30,休,元旦\n"))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> read("date,kind,name\n2024-02-03,假,元旦\n"))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> read("day,what\n2024-02-03,休\n")).hasMessageContaining("line 2");
  }

  private static BusinessDays read(String text) throws IOException {
    return BusinessDays.read(new StringReader(text), "holidays.csv");
  }
}
