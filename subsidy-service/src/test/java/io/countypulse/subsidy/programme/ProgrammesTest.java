package io.countypulse.subsidy.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The seven programmes as shipped (DOMAIN.md § 6). */
class ProgrammesTest {

  private final Department department = Department.shared();
  private final Programmes programmes = department.part(Programmes.class);

  @Test
  void sevenProgrammesAreShipped() {
    assertThat(programmes.on(LocalDate.of(2024, 6, 10)).keySet())
        .containsExactly(
            "TRANSPORT",
            "YULU",
            "YULU_PLUS",
            "WORKSHOP_WAGES",
            "PUBLIC_WELFARE_POST",
            "FIRST_BUSINESS",
            "GRADUATE_BUSINESS");
    assertThat(amount("TRANSPORT", "2024-06-10")).isEqualTo("1000.00");
    assertThat(amount("PUBLIC_WELFARE_POST", "2024-06-10")).isEqualTo("800.00");
    assertThat(amount("FIRST_BUSINESS", "2024-06-10")).isEqualTo("10000.00");
    assertThat(amount("GRADUATE_BUSINESS", "2024-06-10")).isEqualTo("30000.00");
    assertThat(amount("YULU_PLUS", "2024-06-10")).isEqualTo("null");
    assertThat(terms("WORKSHOP_WAGES", "2024-06-10").rate()).isEqualByComparingTo("15");
  }

  @Test
  void aYuluGrantIsFiveThousandFromTheSchoolYear2022() {
    assertThat(amount("YULU", "2021-09-01")).isEqualTo("3000.00");
    assertThat(amount("YULU", "2022-08-31")).isEqualTo("3000.00");
    assertThat(amount("YULU", "2022-09-01")).isEqualTo("5000.00");
  }

  @Test
  void nothingIsGrantedBeforeTheFirstTerms() {
    assertThat(programmes.on(LocalDate.of(2020, 12, 31))).isEmpty();
    assertThat(fen("TRANSPORT", "2020-12-31")).isNull();
  }

  @Test
  void theDatabaseKnowsTheSameAmounts() {
    assertThat(fen("TRANSPORT", "2024-06-10")).isEqualTo(100_000L);
    assertThat(fen("YULU", "2021-09-01")).isEqualTo(300_000L);
    assertThat(fen("YULU_PLUS", "2024-06-10")).isNull();
    assertThat(
            database()
                .sql("select programme_due('TRANSPORT', 'APPLIED', '2024-06-01')")
                .query(LocalDate.class)
                .single())
        .isEqualTo("2024-07-01");
  }

  private String amount(String programme, String day) {
    return String.valueOf(terms(programme, day).amount());
  }

  private Terms terms(String programme, String day) {
    return Objects.requireNonNull(programmes.on(LocalDate.parse(day)).get(programme));
  }

  private @Nullable Long fen(String programme, String day) {
    return (Long)
        database()
            .sql("select programme_fen(?, ?::date) as fen")
            .param(programme)
            .param(day)
            .query()
            .singleRow()
            .get("fen");
  }

  private JdbcClient database() {
    return department.database();
  }
}
