package io.countypulse.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
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
