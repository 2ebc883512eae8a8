package io.countypulse.subsidy.payment;

import static io.countypulse.subsidy.Department.flags;
import static io.countypulse.subsidy.Department.rows;
import static io.countypulse.subsidy.Sheets.away;
import static io.countypulse.subsidy.Sheets.payment;
import static io.countypulse.subsidy.Sheets.payments;
import static io.countypulse.subsidy.Sheets.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaymentsImportTest {

  private static final String TODAY = Department.TODAY;
  private static final String WORKERS = "employment.worker.v1";

  private final Department department = Department.shared().reset();

  @Test
  void whoIsEntitledAndPaidAndHowMuchOfThemInPerCent() {
    department.hears(
        WORKERS,
        worker(1, 1, "2024-03-10", "530113", away("2024-02-01", "")),
        worker(2, 1, "2024-03-10", "530113", away("2024-02-15", "")),
        worker(3, 1, "2024-03-10", "530102", away("2024-04-01", "")));
    JsonNode outcome = imports(payment("东川区", 1, "2024", "1000", "2024-05-20"));
    assertThat(rows(outcome)).containsExactly(1, 0, 0, 0);
    assertThat(flags(outcome)).isEmpty();
    assertThat(department.figure("transport.entitled", TODAY)).isEqualTo("2");
    assertThat(department.figure("transport.entitled", "2024-04-30")).isEqualTo("0");
    assertThat(department.figure("transport.paid", TODAY)).isEqualTo("1");
    assertThat(department.figure("transport.paid_amount", TODAY)).isEqualTo("1000.00");
    assertThat(department.figure("transport.paid_rate", TODAY)).isEqualTo("50.00");
    assertThat(department.figure("transport.paid_rate", "530102", TODAY))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(department.figure("transport.entitled", "530102", "2024-07-01")).isEqualTo("1");
  }

  @Test
  void aPaymentMayComeBeforeTheEntitlementAndItsFlagsClear() {
    JsonNode outcome = imports(payment("东川区", 1, "2024", "1000", "2024-06-05"));
    assertThat(flags(outcome)).isEqualTo(Map.of("NOT_ENTITLED", 1, "HOUSEHOLD_UNKNOWN", 1));
    assertThat(only().at("/flags").toString()).contains("NOT_ENTITLED");
    assertThat(department.figure("transport.paid", TODAY)).isEqualTo("1");
    assertThat(department.figure("transport.paid_rate", TODAY)).isEqualTo("NOT_APPLICABLE");
    department.hears(WORKERS, worker(1, 1, TODAY, "530113", away("2024-02-01", "")));
    assertThat(only().at("/flags").toString()).doesNotContain("NOT_ENTITLED");
    assertThat(department.figure("transport.paid_rate", TODAY)).isEqualTo("100.00");
  }

  @Test
  void whatIsAboveTheAmountOrTooEarlyIsTakenAndFlagged() {
    department.hears(
        WORKERS,
        worker(1, 1, "2024-03-10", "530113", away("2024-02-01", "")),
        worker(2, 1, "2024-03-10", "530113", away("2024-02-01", "")),
        worker(3, 1, "2024-03-10", "530113", away("2024-02-01", "")));
    JsonNode outcome =
        imports(
            payment("东川区", 1, "2024", "1200", "2024-05-20"),
            payment("东川区", 2, "2024", "1000", "2024-04-20"),
            payment("五华区", 3, "2024", "1000", "2024-05-20"));
    assertThat(rows(outcome)).containsExactly(3, 0, 0, 0);
    assertThat(flags(outcome))
        .isEqualTo(Map.of("PAID_ABOVE_AMOUNT", 1, "PAID_BEFORE_ENTITLED", 1, "COUNTY_DIFFERS", 1));
    assertThat(department.figure("transport.paid", "530113", TODAY)).isEqualTo("3");
  }

  @Test
  void aLaterFileReplacesAPaymentAndNothingTakesItBack() {
    String row = payment("东川区", 1, "2024", "1000", "2024-06-05");
    imports(row);
    assertThat(rows(imports(row + "\n" + row))).containsExactly(0, 1, 1, 0);
    imports(payment("东川区", 1, "2024", "800", "2024-06-06"));
    assertThat(department.figure("transport.paid_amount", TODAY)).isEqualTo("800.00");
    imports(payment("东川区", 1, "2024", "0", "2024-06-06"));
    assertThat(department.figure("transport.paid", TODAY)).isEqualTo("NOT_REPORTED");
    assertThat(only().at("/step").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  void badRowsComeBack() {
    JsonNode outcome =
        imports(
            payment("东川区", 1, "2024", "", "2024-06-05"),
            payment("东川区", 2, "2024", "1000", "2024-06-31"),
            payment("东川区", 3, "2024", "1000", "2024-06-05"),
            payment("东川区", 3, "2024", "900", "2024-06-05"),
            payment("东川区", 4, "2024", "1000", ""));
    assertThat(rows(outcome)).containsExactly(1, 0, 0, 4);
    assertThat(department.rejects(outcome)).contains("同一人同一年度而内容不同");
    assertThat(only().at("/paidFrom").asString()).isEqualTo(TODAY);
  }

  @Test
  void aClerkTellsOfTheOwnCountyOnly() {
    department.hears(
        WORKERS, worker(1, 1, "2024-03-10", "530102", away("2024-02-01", "2024-03-01")));
    JsonNode outcome =
        department.imports(
            "transport-payments",
            TODAY,
            payments(
                payment("东川区", 1, "2024", "1000", "2024-06-05"),
                payment("五华区", 2, "2024", "1000", "2024-06-05"),
                payment("东川区", 3, "2024", "1000", "2024-06-05")),
            Department.clerk("530113"));
    assertThat(rows(outcome)).containsExactly(1, 0, 0, 2);
    assertThat(department.rejects(outcome)).contains("该人登记在其他县（市）区");
  }

  private JsonNode only() {
    JsonNode page = department.read("/api/subsidy/cases?programme=TRANSPORT&period=2024");
    assertThat(page.at("/count").asInt()).isEqualTo(1);
    return page.at("/items/0");
  }

  private JsonNode imports(String... rows) {
    return department.imports("transport-payments", TODAY, payments(rows));
  }
}
