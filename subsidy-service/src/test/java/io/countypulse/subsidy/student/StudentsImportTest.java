package io.countypulse.subsidy.student;

import static io.countypulse.subsidy.Department.flags;
import static io.countypulse.subsidy.Department.rows;
import static io.countypulse.subsidy.Sheets.coveredHousehold;
import static io.countypulse.subsidy.Sheets.household;
import static io.countypulse.subsidy.Sheets.student;
import static io.countypulse.subsidy.Sheets.students;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import io.countypulse.subsidy.Sheets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StudentsImportTest {

  private static final String TODAY = Department.TODAY;

  private final Department department = Department.shared().reset();

  @Test
  void theRosterMakesStudentsFromSeptemberAndPaymentsFromTheirDay() {
    JsonNode outcome =
        imports(
            student("东川区", household(1), 1, "2023", "", "5000", "2500", "2023-11-05"),
            student("东川区", household(2), 2, "2023-2024学年", "", "5000", "", ""),
            student("五华区", household(3), 3, "2023", "", "", "3000.50", ""));
    assertThat(rows(outcome)).containsExactly(3, 0, 0, 0);
    assertThat(department.figure("yulu.students", TODAY)).isEqualTo("3");
    assertThat(department.figure("yulu.paid", TODAY)).isEqualTo("2");
    assertThat(department.figure("yulu.paid_amount", TODAY)).isEqualTo("5500.50");
    assertThat(department.figure("yulu.unpaid", TODAY)).isEqualTo("1");
    assertThat(department.figure("yulu.students", "2023-08-31")).isEqualTo("0");
    assertThat(department.figure("yulu.students", "2023-09-01")).isEqualTo("3");
    assertThat(department.figure("yulu.paid", "2024-06-09")).isEqualTo("1");
    assertThat(department.figure("yulu.paid", "530113", TODAY)).isEqualTo("1");
    assertThat(department.figure("yulu.students", "530129", TODAY)).isEqualTo("NOT_REPORTED");
  }

  @Test
  void theSameFileChangesNothingAndALaterOneReplacesIt() {
    String unpaid = student("东川区", household(1), 1, "2023", "", "5000", "", "");
    imports(unpaid);
    assertThat(department.events("case")).hasSize(1);
    assertThat(rows(imports(unpaid, student("东川区", household(2), 2, "2023", "", "5000", "", ""))))
        .containsExactly(1, 1, 0, 0);
    assertThat(department.events("case")).hasSize(1);
    imports(student("东川区", household(1), 1, "2023", "", "5000", "5000", "2024-05-20"));
    assertThat(department.figure("yulu.paid", TODAY)).isEqualTo("1");
    imports(student("东川区", household(1), 1, "2023", "", "5000", "4000", "2024-05-21"));
    assertThat(department.figure("yulu.paid_amount", TODAY)).isEqualTo("4000.00");
    imports(unpaid);
    assertThat(department.figure("yulu.paid", TODAY)).isEqualTo("0");
    assertThat(department.events("case")).last().satisfies(this::standsDetected);
  }

  private void standsDetected(Department.Event event) {
    assertThat(event.json().at("/steps").toString())
        .isEqualTo("[{\"from\":\"2023-09-01\",\"step\":\"DETECTED\"}]");
  }

  @Test
  void termsAddUpAndReplaceARowForTheWholeYear() {
    imports(student("东川区", household(1), 1, "2023", "", "5000", "5000", "2024-01-05"));
    imports(student("东川区", household(1), 1, "2023", "上学期", "2500", "2500", "2023-11-05"));
    imports(student("东川区", household(1), 1, "2023", "下学期", "2500", "2500", "2024-04-20"));
    assertThat(department.figure("yulu.paid_amount", TODAY)).isEqualTo("5000.00");
    assertThat(department.figure("yulu.paid_amount", "2024-01-31")).isEqualTo("2500.00");
    JsonNode found = department.read("/api/subsidy/cases?programme=YULU").at("/items/0");
    assertThat(found.at("/amount").asString()).isEqualTo("5000.00");
    assertThat(found.at("/step").asString()).isEqualTo("PAID");
    assertThat(found.at("/flags").isEmpty()).isFalse();
  }

  @Test
  void doubtfulFactsAreTakenAndFlaggedUntilEmploymentTells() {
    JsonNode outcome =
        imports(
            student("东川区", household(1), 1, "2023", "", "5000", "6000", "2023-11-05"),
            student("东川区", household(2), 2, "2023", "", "5000", "5000", "2023-08-15"),
            student("东川区", "", 3, "2023", "", "5000", "", ""));
    assertThat(rows(outcome)).containsExactly(3, 0, 0, 0);
    assertThat(flags(outcome))
        .isEqualTo(
            Map.of("PAID_ABOVE_AMOUNT", 1, "PAID_BEFORE_ENTITLED", 1, "HOUSEHOLD_UNKNOWN", 3));
    assertThat(flagged("PAID_ABOVE_AMOUNT")).containsExactly(Sheets.person(1));
    assertThat(flagged("PAID_BEFORE_ENTITLED")).containsExactly(Sheets.person(2));
    assertThat(flagged("HOUSEHOLD_UNKNOWN")).hasSize(3);
    department.hears("employment.household.v1", coveredHousehold(1), coveredHousehold(2));
    assertThat(flagged("HOUSEHOLD_UNKNOWN")).containsExactly(Sheets.person(3));
  }

  @Test
  void badRowsComeBackAndTheRestGoesIn() {
    JsonNode outcome =
        imports(
            student("东川区", household(1), 1, "2023", "", "5000", "2500", "2024-06-11"),
            student("东川区", household(2), 2, "明年", "", "5000", "", ""),
            student("东川区", household(3), 3, "2023", "", "五千", "", ""),
            student("东川区", household(4), 4, "2023", "", "5000", "", ""),
            student("东川区", household(4), 4, "2023", "", "3000", "", ""),
            student("东川区", household(5), 5, "2023", "", "5000", "", ""),
            student("东川区", household(5), 5, "2023", "", "5000", "", ""));
    assertThat(rows(outcome)).containsExactly(1, 0, 1, 5);
    assertThat(department.rejects(outcome)).contains("第 5 行与第 6 行同一学生同一学年（学期）而内容不同");
    assertThat(department.figure("yulu.students", TODAY)).isEqualTo("1");
  }

  @Test
  void anUnknownCountyCountsWhereNobodyKnowsAndAClerkImportsTheOwnCountyOnly() {
    imports(student("某县", household(1), 1, "2023", "", "5000", "", ""));
    assertThat(department.figure("yulu.students", "UNKNOWN", TODAY)).isEqualTo("1");
    imports(student("五华区", household(2), 2, "2023", "", "5000", "", ""));
    JsonNode outcome =
        department.imports(
            "students",
            TODAY,
            students(
                student("东川区", household(2), 2, "2023", "", "5000", "", ""),
                student("五华区", household(3), 3, "2023", "", "5000", "", ""),
                student("东川区", household(4), 4, "2023", "", "5000", "", "")),
            Department.clerk("530113"));
    assertThat(rows(outcome)).containsExactly(1, 0, 0, 2);
    assertThat(department.figure("yulu.students", "530102", TODAY)).isEqualTo("1");
  }

  @Test
  void aMovedStudentIsAStudentOfTheOldCountyAndPaidInTheNew() {
    department.imports(
        "students",
        "2023-10-01",
        students(student("东川区", household(1), 1, "2023", "", "5000", "", "")));
    department.imports(
        "students",
        "2024-03-01",
        students(student("五华区", household(1), 1, "2023", "", "5000", "5000", "2024-03-02")));
    assertThat(department.figure("yulu.students", "530113", TODAY)).isEqualTo("1");
    assertThat(department.figure("yulu.paid", "530113", TODAY)).isEqualTo("0");
    assertThat(department.figure("yulu.paid", "530102", TODAY)).isEqualTo("1");
  }

  private List<String> flagged(String flag) {
    return department
        .read("/api/subsidy/cases?programme=YULU&flag=" + flag)
        .at("/items")
        .valueStream()
        .map(item -> item.at("/subjectId").asString())
        .toList();
  }

  private JsonNode imports(String... rows) {
    return department.imports("students", TODAY, students(rows));
  }
}
