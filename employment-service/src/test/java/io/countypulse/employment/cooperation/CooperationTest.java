package io.countypulse.employment.cooperation;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CooperationTest {

  private static final String PATH = "/api/employment/cooperation";

  private final Department department = Department.shared().reset();

  @Test
  void aGoalIsReachedByThoseInWorkInTheProvince() {
    department.imports(
        "workers",
        workers(
            spell(1, "省外", "甲", "2024-02-01", "").with("务工省份", "上海"),
            spell(2, "省外", "甲", "2024-04-01", "").with("务工省份", "上海市").with("县（市）区", "五华区"),
            spell(3, "省外", "甲", "2024-04-01", "").with("务工省份", "浙江省")));
    set("{\"province\":\"上海\",\"year\":2024,\"persons\":3}");
    set("{\"county\":\"530102\",\"province\":\"上海市\",\"year\":2024,\"persons\":0}");
    assertThat(goals("2024-06-10", lead()))
        .containsExactly("530100 上海市 3 2 66.67", "530102 上海市 0 1 null");
    assertThat(goals("2024-03-01", lead()))
        .containsExactly("530100 上海市 3 1 33.33", "530102 上海市 0 0 null");
    assertThat(goals("2024-06-10", clerk("530102"))).containsExactly("530102 上海市 0 1 null");
  }

  @Test
  void aChangeHoldsFromItsDayAndAGoalCanBeWithdrawn() {
    set("{\"province\":\"上海\",\"year\":2024,\"persons\":3}");
    set("{\"province\":\"上海\",\"year\":2024,\"persons\":5,\"from\":\"2024-05-01\"}");
    set("{\"province\":\"上海\",\"year\":2024,\"persons\":null,\"from\":\"2024-06-01\"}");
    assertThat(goals("2024-04-30", lead())).containsExactly("530100 上海市 3 0 0.00");
    assertThat(goals("2024-05-01", lead())).containsExactly("530100 上海市 5 0 0.00");
    assertThat(goals("2024-06-10", lead())).containsExactly("530100 上海市 null 0 null");
  }

  @Test
  void onlyLeadsSetGoalsAndOnlySensibleOnes() {
    String body = "{\"province\":\"上海\",\"year\":2024,\"persons\":3}";
    assertThat(department.write("POST", PATH, body, clerk("530113")).statusCode()).isEqualTo(403);
    assertThat(set(body.replace("上海", "火星")).body()).contains("UNKNOWN_PROVINCE");
    assertThat(set(body.replace("2024", "1024")).body()).contains("YEAR_OUT_OF_RANGE");
    assertThat(set(body.replace(":3", ":-3")).body()).contains("TARGET_NEGATIVE");
  }

  private HttpResponse<String> set(String body) {
    return department.write("POST", PATH, body, lead());
  }

  private List<String> goals(String day, String token) {
    return department
        .read(PATH + "?asOf=" + day, token)
        .at("/goals")
        .valueStream()
        .map(CooperationTest::line)
        .toList();
  }

  private static String line(JsonNode goal) {
    return String.join(
        " ",
        goal.at("/county").asString(),
        goal.at("/province").asString(),
        goal.at("/target").asString("null"),
        goal.at("/working").asString(),
        goal.at("/completionRate").asString("null"));
  }
}
