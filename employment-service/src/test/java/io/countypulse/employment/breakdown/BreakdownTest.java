package io.countypulse.employment.breakdown;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BreakdownTest {

  private final Department department = Department.shared().reset();

  @BeforeEach
  void people() {
    department.imports(
        "workers",
        workers(
            spell(1, "省外", "甲公司", "2024-01-01", "").with("务工省份", "浙江").with("行业", "制造业"),
            spell(2, "省外", "乙公司", "2024-01-01", "").with("务工省份", "浙江省").with("行业", "建筑业"),
            spell(3, "县内", "阳光车间", "2024-01-01", "").with("岗位类型", "帮扶车间").with("行业", "某业"),
            spell(4, "县内", "阳光车间", "2024-01-01", "2024-06-01").with("岗位类型", "帮扶车间"),
            spell(5, "省内县外", "丙", "2024-01-01", "").with("县（市）区", "五华区"),
            worker(6)));
  }

  @Test
  void thePartsMakeUpThoseInWork() {
    for (String by : List.of("area", "province", "sector", "post", "workshop")) {
      JsonNode city = read(by, "2024-06-10").get(0);
      assertThat(city.at("/county").asString()).isEqualTo("530100");
      assertThat(city.at("/working").asInt())
          .as(by)
          .isEqualTo(department.figure("employment.working", "2024-06-10"));
    }
  }

  @Test
  void peopleAreToldApartByTheSpellThatDecides() {
    assertThat(parts("area", "530100")).containsExactly("省外 2", "县内 1", "省内县外 1");
    assertThat(parts("province", "530113")).containsExactly("浙江省 2", "未填报 1");
    assertThat(parts("sector", "530113")).containsExactlyInAnyOrder("制造业 1", "建筑业 1", "未填报 1");
    assertThat(parts("post", "530113")).containsExactly("普通 2", "帮扶车间 1");
    assertThat(parts("workshop", "530113")).containsExactly("不在帮扶车间 2", "阳光车间 1");
  }

  @Test
  void theDayDecides() {
    assertThat(read("area", "2024-05-31").get(0).at("/working").asInt()).isEqualTo(5);
    assertThat(read("area", "2023-12-31").get(0).at("/working").asInt()).isZero();
  }

  @Test
  void aClerkSeesTheOwnCounty() {
    JsonNode own =
        department.read("/api/employment/breakdowns?by=area", clerk("530102")).at("/counties");
    assertThat(own.findValuesAsString("county")).containsExactly("530102");
    String other = "/api/employment/breakdowns?by=area&county=530113";
    assertThat(department.get(other, clerk("530102")).statusCode()).isEqualTo(403);
    assertThat(department.get("/api/employment/breakdowns?by=colour", lead()).body())
        .contains("DIMENSION_UNKNOWN");
  }

  private JsonNode read(String by, String day) {
    return department
        .read("/api/employment/breakdowns?by=" + by + "&asOf=" + day, lead())
        .at("/counties");
  }

  private List<String> parts(String by, String county) {
    return read(by, "2024-06-10")
        .valueStream()
        .filter(each -> each.at("/county").asString().equals(county))
        .flatMap(each -> each.at("/parts").valueStream())
        .map(part -> part.at("/name").asString() + " " + part.at("/people").asInt())
        .toList();
  }
}
