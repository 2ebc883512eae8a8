package io.countypulse.employment.target;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.targets;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Department.Import;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TargetsImportTest {

  private final Department department = Department.shared().reset();

  @Test
  void theFirstTargetOfAYearCountsFromTheFirstOfJanuaryAndAChangeFromItsOwnDay() {
    imports("2024-03-10", "东川区,2024,务工人数,50000,");
    imports("2024-05-01", "东川区,2024,务工人数,51000,");
    assertThat(target("530113", "2024-01-01").at("/value").asInt()).isEqualTo(50_000);
    assertThat(target("530113", "2024-04-30").at("/value").asInt()).isEqualTo(50_000);
    assertThat(target("530113", "2024-05-01").at("/value").asInt()).isEqualTo(51_000);
    assertThat(target("530113", "2023-12-31").at("/state").asString()).isEqualTo("NOT_REPORTED");
  }

  @Test
  void anEmptyTargetIsNoneAndZeroIsOne() {
    department.imports(
        "workers", workers(spell(1, "省外", "甲公司", "2024-03-01", "").with("县（市）区", "阳宗海")));
    imports("2024-06-10", "阳宗海,2024,务工人数,——,", "五华区,2024,务工人数,0,");
    assertThat(target("Z530102", "2024-06-10").at("/state").asString()).isEqualTo("NO_TARGET");
    assertThat(rate("Z530102").at("/state").asString()).isEqualTo("NO_TARGET");
    assertThat(target("530102", "2024-06-10").at("/value").asInt()).isZero();
    assertThat(rate("530102").at("/state").asString()).isEqualTo("NOT_APPLICABLE");
    assertThat(rate("530100").at("/state").asString()).isEqualTo("NOT_APPLICABLE");
    assertThat(department.figure("employment.working", "2024-06-10")).isOne();
  }

  @Test
  void anEmptyCellWithdrawsATarget() {
    imports("2024-03-10", "东川区,2024,务工人数,100,");
    imports("2024-05-01", "东川区,2024,务工人数,,");
    assertThat(target("530113", "2024-04-30").at("/value").asInt()).isEqualTo(100);
    assertThat(target("530113", "2024-05-01").at("/value").isNull()).isTrue();
  }

  @Test
  void anotherDepartmentsTargetsAndTheTotalAreSkippedNotRejected() {
    Import done =
        imports(
            "2024-06-10",
            "东川区,2024,务工人数,50000,2024-11-30",
            "东川区,2024,小额信贷发放,9000,",
            "总计,2024,务工人数,157000,");
    assertThat(done.rows()).containsExactly(1, 0, 2, 0);
    assertThat(done.flags()).containsEntry("OTHER_DEPARTMENT", 1);
    assertThat(department.events().getFirst().json().at("/deadline").asString())
        .isEqualTo("2024-11-30");
  }

  @Test
  void theSameFileAgainChangesNothing() {
    imports("2024-03-10", "东川区,2024,务工人数,100,");
    department.events();
    assertThat(imports("2024-05-10", "东川区,2024,务工人数,100,").rows()).containsExactly(0, 1, 0, 0);
    assertThat(department.events()).isEmpty();
  }

  @Test
  void aThenBThenAOnOneDayLeavesNoTrace() {
    imports("2024-03-10", "东川区,2024,务工人数,100,");
    imports("2024-05-10", "东川区,2024,务工人数,200,");
    imports("2024-05-10", "东川区,2024,务工人数,100,2024-12-31");
    assertThat(department.events().getLast().json().at("/history")).hasSize(1);
  }

  @Test
  void wrongRowsGoBack() {
    Import done =
        imports(
            "2024-06-10",
            "东川区,2024,务工人数,1.5,",
            "东川区,2024,务工人员,1,",
            "东川区,24,务工人数,1,",
            "东川区,2024,务工人数,1,2025-01-01");
    assertThat(done.rows()).containsExactly(0, 0, 0, 4);
    assertThat(done.rejects()).contains("应为整数", "无法识别的项目", "年度应为", "完成时限应在该年度之内");
  }

  @Test
  void twoTargetsForTheSameCountyAndYearGoBackWithBothLinesNamed() {
    Import done =
        imports(
            "2024-06-10",
            "东川区,2024,务工人数,1,",
            "东川区,2024,务工人数,2,",
            "五华区,2024,务工人数,3,",
            "五华区,2024,务工人数,3,");
    assertThat(done.rows()).containsExactly(1, 0, 1, 2);
    assertThat(done.rejects()).contains("第 2 行与第 3 行同县同年度而目标不同");
  }

  @Test
  void aClerkSetsNoTargets() {
    assertThat(
            department
                .upload("targets", "", targets("东川区,2024,务工人数,1,"), clerk("530113"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void theKeyOfATargetNamesCountyProgrammeAndYear() {
    imports("2024-06-10", "东川区,2024,务工人数,1,");
    assertThat(department.events())
        .extracting(Event::key)
        .containsExactly("530113|EMPLOYMENT|2024");
  }

  private Import imports(String asOf, String... rows) {
    return department.imports("targets", "asOf=" + asOf, targets(rows), lead());
  }

  private JsonNode target(String county, String day) {
    return department.cell("employment.target", county, day);
  }

  private JsonNode rate(String county) {
    return department.cell("employment.completion_rate", county, "2024-06-10");
  }
}
