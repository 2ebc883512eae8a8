package io.countypulse.employment.household;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.households;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Department.Import;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HouseholdsImportTest {

  private final Department department = Department.shared().reset();

  @Test
  void rowsOfAHouseholdBecomeOneHouseholdWithItsIncomesByYear() {
    Import done = imports("东川区,H1,脱贫户,4,2023,41250.5,,", "东川区,H1,脱贫户,4,2022,38900,,");
    assertThat(done.rows()).containsExactly(2, 0, 0, 0);
    assertThat(event().at("/incomes").toString())
        .isEqualTo(
            "[{\"year\":2022,\"netIncome\":\"38900.00\"},{\"year\":2023,\"netIncome\":\"41250.50\"}]");
  }

  @Test
  void yearsTheFileDoesNotTellOfStay() {
    imports("东川区,H1,脱贫户,4,2022,38900,,");
    imports("东川区,H1,脱贫户,4,2023,41250.5,,");
    assertThat(event().at("/incomes").findValuesAsString("year")).containsExactly("2022", "2023");
    assertThat(imports("东川区,H1,脱贫户,4,2022,38900,,").rows()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void aHouseholdIsAppliedWholeOrNotAtAll() {
    Import done =
        imports("东川区,H1,脱贫户,4,2022,abc,,", "东川区,H1,脱贫户,4,2023,41250.5,,", "东川区,H2,脱贫户,1,,,,");
    assertThat(done.rows()).containsExactly(1, 0, 0, 2);
    assertThat(done.rejects()).contains("同一户第 2 行有误");
  }

  @Test
  void twoIncomesForTheSameYearGoBackWithBothLinesNamed() {
    Import done = imports("东川区,H1,脱贫户,4,2022,1,,", "东川区,H1,脱贫户,4,2022,2,,");
    assertThat(done.rows()).containsExactly(0, 0, 0, 2);
    assertThat(done.rejects()).contains("第 2 行与第 3 行同户同年度而收入不同");
  }

  @Test
  void theSameRowTwiceCountsOnce() {
    Import done = imports("东川区,H1,脱贫户,4,2022,1,,", "东川区,H1,脱贫户,4,2022,1,,");
    assertThat(done.rows()).containsExactly(1, 0, 1, 0);
  }

  @Test
  void rowsThatDisagreeOnTheHouseholdGoBack() {
    Import done = imports("东川区,H1,脱贫户,4,2022,1,,", "五华区,H1,脱贫户,5,2023,1,,");
    assertThat(done.rejects()).contains("同一户各行的县（市）区、家庭人口不一致");
  }

  @Test
  void aHouseholdKnownOnlyFromItsMembersIsPublishedWithItsOwnRow() {
    department.imports("workers", workers(worker(1)));
    assertThat(department.events())
        .extracting(Event::topic)
        .containsExactly("employment.worker.v1");
    imports("东川区,H1,监测对象,3,2023,9000,,");
    JsonNode household = event();
    assertThat(household.at("/version").asInt()).isOne();
    assertThat(household.at("/category").asString()).isEqualTo("MONITORED");
  }

  @Test
  void anIncomeNeedsItsYearAndAHouseholdHasMembers() {
    Import done = imports("东川区,H1,脱贫户,4,,1000,,", "东川区,H2,脱贫户,0,,,,", "东川区,H3,脱贫户,2,1999,1,,");
    assertThat(done.rows()).containsExactly(0, 0, 0, 3);
    assertThat(done.rejects()).contains("缺少年度", "家庭人口应为", "年度应为");
  }

  @Test
  void aClerkCannotTakeAHouseholdOfAnotherCounty() {
    imports("五华区,H1,脱贫户,4,,,,");
    Import done =
        department.imports(
            "households", "", households("东川区,H1,脱贫户,4,,,,", "东川区,H2,脱贫户,4,,,,"), clerk("530113"));
    assertThat(done.rows()).containsExactly(1, 0, 0, 1);
    assertThat(done.rejects()).contains("该户登记在其他县（市）区");
  }

  private Import imports(String... rows) {
    return department.imports("households", "asOf=2024-06-10", households(rows), lead());
  }

  private JsonNode event() {
    return department.events().getLast().json();
  }
}
