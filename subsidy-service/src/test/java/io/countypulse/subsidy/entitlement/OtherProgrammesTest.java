package io.countypulse.subsidy.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Training places, first businesses, workshops and welfare posts (DOMAIN.md § 6). */
class OtherProgrammesTest {

  private final Department department = Department.shared().reset();

  @Test
  void aPersonTrainedTwiceInAYearCountsOnceFromTheFirstEnd() {
    trainee("t1", 1, "2024-05-06", "2024-05-31", false);
    trainee("t2", 1, "2024-03-01", "2024-03-31", false);
    trainee("t3", 1, "2023-03-01", "", false);
    assertThat(department.figure("yulu_plus.trained", "530113", Department.TODAY)).isEqualTo("1");
    assertThat(department.figure("yulu_plus.trained", "530113", "2024-03-30")).isEqualTo("0");
    assertThat(department.figure("yulu_plus.trained", "530113", "2023-12-31")).isEqualTo("1");
    trainee("t2", 2, "2024-03-01", "2024-03-31", true);
    assertThat(department.figure("yulu_plus.trained", "530113", "2024-05-30")).isEqualTo("0");
    trainee("t1", 2, "2024-05-06", "2024-05-31", true);
    assertThat(department.figure("yulu_plus.trained", "530113", Department.TODAY)).isEqualTo("0");
  }

  @Test
  void theFirstBusinessEntitlesAfterAYearAndGraduatesToMore() {
    business("b1", 1, "P1", "2023-05-01", "RETURNED");
    business("b2", 1, "P2", "2023-05-01", "GRADUATE");
    assertThat(cases("FIRST_BUSINESS"))
        .containsExactly("P1 2024 2024-05-01 10000.00", "P2 2024 2024-05-01 30000.00");
    business("b0", 1, "P1", "2022-04-01", "RETURNED");
    assertThat(cases("FIRST_BUSINESS"))
        .containsExactly("P1 2023 2023-04-01 10000.00", "P2 2024 2024-05-01 30000.00");
  }

  @Test
  void aWorkshopOfFiveHasFifteenPerCentOfWagesForEachMonthThatIsOver() {
    List<String> posts = new ArrayList<>();
    for (int n = 1; n <= 5; n++) {
      posts.add(
          "{\"personId\":\"P%d\",\"from\":\"2024-03-15\",\"until\":null,\"monthlyWage\":\"3000.00\"}"
              .formatted(n));
    }
    workshop(1, posts);
    assertThat(cases("WORKSHOP_WAGES")).containsExactly("W1 2024 2024-04-30 4500.00");
    workshop(2, posts.subList(0, 4));
    assertThat(cases("WORKSHOP_WAGES")).isEmpty();
  }

  @Test
  void aMonthCountsForThoseWhoWorkedAMonthAndAreThereAtItsEnd() {
    Workshop.Post post = post("2024-03-01", "2024-05-31");
    assertThat(post.countsIn(YearMonth.of(2024, 3))).isTrue();
    assertThat(post.countsIn(YearMonth.of(2024, 4))).isTrue();
    assertThat(post.countsIn(YearMonth.of(2024, 5))).isFalse();
    assertThat(post("2024-03-02", "").countsIn(YearMonth.of(2024, 3))).isFalse();
    assertThat(post("2024-03-02", "2024-06-01").countsIn(YearMonth.of(2024, 5))).isTrue();
  }

  @Test
  void aWelfarePostEntitlesToTheMonthlyAmountInEachYear() {
    department.hears(
        "employment.worker.v1",
        """
        {"personId":"P5","version":1,"householdId":"H5","businessDate":"2024-06-10",
         "residence":[{"county":"530129"}],
         "spells":[{"start":"2023-02-01","end":"2024-03-01","area":"IN_COUNTY","post":"PUBLIC_WELFARE"}]}
        """);
    assertThat(cases("PUBLIC_WELFARE_POST"))
        .containsExactly("P5 2023 2023-02-01 800.00", "P5 2024 2024-01-01 800.00");
  }

  private static Workshop.Post post(String from, String until) {
    return new Workshop.Post(
        "P1", LocalDate.parse(from), until.isEmpty() ? null : LocalDate.parse(until), 1);
  }

  private void trainee(String id, int version, String start, String end, boolean removed) {
    department.hears(
        "employment.trainee.v1",
        """
        {"traineeId":"%s","version":%d,"personId":"P1","householdId":null,"residence":[{"county":"530113"}],
         "start":"%s","end":%s,"removed":%s,"businessDate":"2024-06-10"}
        """
            .formatted(id, version, start, end.isEmpty() ? "null" : "\"" + end + "\"", removed));
  }

  private void business(String id, int version, String person, String opened, String kind) {
    department.hears(
        "employment.business.v1",
        """
        {"businessId":"%s","version":%d,"personId":"%s","householdId":null,"residence":[{"county":"530113"}],
         "opened":"%s","kind":"%s","businessDate":"2024-06-10"}
        """
            .formatted(id, version, person, opened, kind));
  }

  private void workshop(int version, List<String> posts) {
    department.hears(
        "employment.workshop.v1",
        """
        {"workshopId":"W1","version":%d,"county":"530113","posts":[%s],"businessDate":"2024-06-10"}
        """
            .formatted(version, String.join(",", posts)));
  }

  /** Those entitled, each with its subject, period, day and amount. */
  private List<String> cases(String programme) {
    JsonNode page = department.read("/api/subsidy/cases?unpaid=true&programme=" + programme);
    return page.at("/items")
        .valueStream()
        .map(
            item ->
                "%s %s %s %s"
                    .formatted(
                        item.at("/subjectId").asString(),
                        item.at("/period").asString(),
                        item.at("/entitledFrom").asString(),
                        item.at("/amount").asString()))
        .sorted()
        .toList();
  }
}
