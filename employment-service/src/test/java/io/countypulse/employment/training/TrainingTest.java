package io.countypulse.employment.training;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.json;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.lines;
import static io.countypulse.employment.Sheets.number;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Import;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrainingTest {

  private static final String PATH = "/api/employment/trainings";
  private static final String HEADER = "县（市）区,户编号,人编号,姓名,证件号码,培训项目,企业,开始日期,结束日期";

  private final Department department = Department.shared().reset();

  @BeforeEach
  void people() {
    department.imports("workers", workers(worker(1), worker(2), worker(3).with("县（市）区", "五华区")));
  }

  @Test
  void aFileMakesSessionsAndTheirAttendance() {
    Import done =
        department.imports(
            "trainees",
            lines(
                HEADER,
                row(1, "电工", "2024-05-06", "2024-05-12"),
                row(2, "电工", "2024-05-06", "2024-05-10"),
                row(9, "厨师", "2024-04-01", "")));
    assertThat(done.rows()).containsExactly(3, 0, 0, 0);
    assertThat(done.flags()).containsEntry("PERSON_UNKNOWN", 1);
    JsonNode sessions = department.read(PATH, lead()).at("/items");
    assertThat(sessions.findValuesAsString("trade")).containsExactly("电工", "厨师");
    assertThat(sessions.at("/0/attendance").asInt()).isEqualTo(2);
    assertThat(sessions.at("/0/endsOn").asString()).isEqualTo("2024-05-12");
    JsonNode people =
        department
            .read(PATH + "/" + sessions.at("/1/id").asString() + "/people", lead())
            .at("/items");
    assertThat(people.at("/0/personId").asString()).isEqualTo("P9");
    assertThat(people.at("/0/registered").asBoolean()).isFalse();
    assertThat(people.at("/0/maskedIdentityNumber").asString()).contains("*");
    assertThat(people.toString()).doesNotContain(number(9));
  }

  @Test
  void theSameRowsChangeNothingAndALaterEndIsTaken() {
    String file = lines(HEADER, row(1, "电工", "2024-05-06", ""), row(2, "电工", "2024-05-06", ""));
    department.imports("trainees", file);
    Import done =
        department.imports(
            "trainees",
            lines(
                HEADER, row(1, "电工", "2024-05-06", "2024-05-12"), row(2, "电工", "2024-05-06", "")));
    assertThat(done.rows()).containsExactly(1, 1, 0, 0);
    assertThat(department.read(PATH, lead()).at("/items/0/endsOn").asString())
        .isEqualTo("2024-05-12");
  }

  @Test
  void wrongRowsGoBack() {
    Import done =
        department.imports(
            "trainees",
            "asOf=2024-06-10",
            lines(
                HEADER,
                row(1, "电工", "2024-05-06", "2024-05-01"),
                row(1, "", "2024-05-06", ""),
                row(3, "电工", "2024-05-06", "")),
            clerk("530113"));
    assertThat(done.rows()).containsExactly(0, 0, 0, 3);
    assertThat(done.rejects()).contains("结束日期早于开始日期", "缺少培训项目", "该人登记在其他县（市）区");
  }

  @Test
  void aClerkEntersASessionByHand() {
    String body =
        """
        {"county":"530113","trade":"电工","organiser":"某培训学校","beginsOn":"2024-06-03","people":["P1"]}""";
    HttpResponse<String> added = department.write("POST", PATH, body, clerk("530113"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    String path = PATH + "/" + json(added).at("/id").asString();
    assertThat(department.write("POST", PATH, body, lead()).body()).contains("COURSE_EXISTS");
    HttpResponse<String> more =
        department.write("POST", path + "/people", "{\"people\":[\"P1\",\"P2\"]}", clerk("530113"));
    assertThat(json(more).at("/attendance").asInt()).isEqualTo(2);
    assertThat(department.read(path + "/people", lead()).at("/items/0/maskedName").asString())
        .startsWith("张");
    HttpResponse<String> stranger =
        department.write("POST", path + "/people", "{\"people\":[\"P3\"]}", clerk("530113"));
    assertThat(stranger.body()).contains("PERSON_UNKNOWN");
    department.write("DELETE", path + "/people/P1", "", clerk("530113"));
    assertThat(department.read(path, lead()).at("/attendance").asInt()).isOne();
    assertThat(department.get(path, clerk("530102")).statusCode()).isEqualTo(404);
    assertThat(department.write("POST", PATH, body, clerk("530102")).statusCode()).isEqualTo(403);
  }

  @Test
  void businessesAreKept() {
    String header = "县（市）区,户编号,人编号,名称,开业日期,类别";
    Import done =
        department.imports(
            "businesses",
            lines(
                header,
                "东川区,H1,P1,张记小吃,2023-05-01,返乡创业",
                "东川区,H9,P9,某养殖场,2023-06-01,大学生创业",
                "东川区,H1,P1,未来店,2024-06-11,返乡创业"));
    assertThat(done.rows()).containsExactly(2, 0, 0, 1);
    assertThat(done.flags()).containsEntry("PERSON_UNKNOWN", 1);
    JsonNode list = department.read("/api/employment/businesses", clerk("530113")).at("/items");
    assertThat(list.findValuesAsString("name")).containsExactly("张记小吃", "某养殖场");
    assertThat(list.at("/1/kind").asString()).isEqualTo("GRADUATE");
    assertThat(department.read("/api/employment/businesses", clerk("530102")).at("/items"))
        .isEmpty();
    assertThat(
            department
                .imports("businesses", lines(header, "东川区,H1,P1,张记小吃,2023-05-01,返乡创业"))
                .rows())
        .containsExactly(0, 1, 0, 0);
  }

  private static String row(int n, String trade, String begins, String ends) {
    return "东川区,H%d,P%d,张某,%s,%s,某培训学校,%s,%s".formatted(n, n, number(n), trade, begins, ends);
  }
}
