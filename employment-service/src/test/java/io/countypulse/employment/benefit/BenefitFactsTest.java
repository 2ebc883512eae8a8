package io.countypulse.employment.benefit;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.json;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.lines;
import static io.countypulse.employment.Sheets.number;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Sheets.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What subsidies go by is told again whenever it changes, and only then. */
class BenefitFactsTest {

  private static final String COURSES = "/api/employment/trainings";
  private static final String TRAINEE = "employment.trainee.v1";
  private static final String BUSINESS = "employment.business.v1";
  private static final String WORKSHOP = "employment.workshop.v1";

  private final Department department = Department.shared().reset();

  @Test
  void theSameFilesAgainTellNothing() {
    Row inWorkshop = inWorkshop(1, "阳光车间");
    String people = workers(inWorkshop, worker(2));
    String trainees = trainees(1, 2, 3);
    String businesses = businesses(1, 3);
    department.imports("workers", people);
    department.imports("trainees", trainees);
    department.imports("businesses", businesses);
    assertThat(department.events())
        .extracting(Event::topic)
        .filteredOn(topic -> !topic.equals("employment.worker.v1"))
        .containsExactly(WORKSHOP, TRAINEE, TRAINEE, TRAINEE, BUSINESS, BUSINESS);
    department.imports("workers", people);
    department.imports("trainees", trainees);
    department.imports("businesses", businesses);
    assertThat(department.events()).isEmpty();
    department.imports("workers", workers(inWorkshop.with("乡镇", "阿旺镇"), worker(2)));
    assertThat(department.events())
        .extracting(Event::topic)
        .containsExactly("employment.worker.v1");
  }

  @Test
  void somebodyRegisteredLaterIsToldWithTheirOwnHousehold() {
    department.imports("trainees", trainees(1));
    department.imports("businesses", businesses(1));
    department.events();
    department.imports("workers", workers(worker(1).with("户编号", "H77").with("县（市）区", "五华区")));
    List<Event> trainees = told(TRAINEE, department.events());
    assertThat(trainees).hasSize(1);
    JsonNode trainee = trainees.getFirst().json();
    assertThat(trainee.at("/version").asInt()).isEqualTo(2);
    assertThat(trainee.at("/householdId").asString()).isEqualTo("H77");
    assertThat(trainee.at("/residence/0/county").asString()).isEqualTo("530102");
  }

  @Test
  void aCorrectedCountyReplacesThePast() {
    department.imports("workers", workers(worker(1)));
    department.imports("trainees", trainees(1));
    department.imports("businesses", businesses(1));
    department.events();
    department.imports(
        "workers",
        "asOf=2024-06-10&countyChange=correct",
        workers(worker(1).with("县（市）区", "五华区")),
        lead());
    List<Event> events = department.events();
    assertThat(told(TRAINEE, events).getFirst().json().at("/residence").toString())
        .isEqualTo("[{\"county\":\"530102\"}]");
    assertThat(told(BUSINESS, events).getFirst().json().at("/residence").toString())
        .isEqualTo("[{\"county\":\"530102\"}]");
  }

  @Test
  void membersAreToldOfWhenTheirHouseholdMoves() {
    department.imports(
        "workers", workers(worker(1).with("户编号", "H5"), worker(2).with("户编号", "H5")));
    department.imports(
        "trainees",
        lines(TRAINEE_HEADER, "东川区,H5,P2,张某," + number(2) + ",电工,某校,2024-05-06,2024-05-31"));
    department.events();
    department.imports(
        "workers", workers(worker(1).with("户编号", "H5").with("县（市）区", "五华区"), worker(9)));
    assertThat(told(TRAINEE, department.events()).getFirst().json().at("/residence/1/from"))
        .hasToString("\"2024-06-10\"");
  }

  @Test
  void whoIsTakenOffAndPutBackGoesOnInTheSameCount() {
    department.imports("workers", workers(worker(1)));
    department.imports("trainees", trainees(1));
    department.events();
    String course = department.read(COURSES, lead()).at("/items/0/id").asString();
    String people = COURSES + "/" + course + "/people";
    department.write("DELETE", people + "/P1", "", clerk("530113"));
    JsonNode gone = told(TRAINEE, department.events()).getFirst().json();
    assertThat(gone.at("/removed").asBoolean()).isTrue();
    assertThat(department.read(people, lead()).at("/items")).isEmpty();
    assertThat(department.write("DELETE", people + "/P1", "", lead()).statusCode()).isEqualTo(404);
    department.write("POST", people, "{\"people\":[\"P1\"]}", clerk("530113"));
    JsonNode back = told(TRAINEE, department.events()).getFirst().json();
    assertThat(back.at("/removed").asBoolean()).isFalse();
    assertThat(back.at("/version").asInt()).isEqualTo(3);
    assertThat(back.at("/traineeId")).isEqualTo(gone.at("/traineeId"));
    assertThat(department.read(people, lead()).at("/items/0/maskedName").asString())
        .startsWith("张");
  }

  @Test
  void aSpellPutToAnotherWorkshopIsToldOfBoth() {
    department.imports("workers", workers(inWorkshop(1, "阳光厂"), inWorkshop(2, "阳光厂")));
    String before = told(WORKSHOP, department.events()).getFirst().key();
    String body = "{\"post\":\"WORKSHOP\",\"county\":\"530113\",\"name\":\"月亮车间\"}";
    String id =
        json(department.write("POST", "/api/employment/workplaces", body, lead()))
            .at("/id")
            .asString();
    department.write(
        "PUT",
        "/api/employment/workplaces/" + id + "/people/P1",
        "{\"start\":\"2024-01-02\"}",
        lead());
    List<Event> both = told(WORKSHOP, department.events());
    assertThat(both).extracting(Event::key).containsExactlyInAnyOrder(before, id);
    assertThat(both)
        .allSatisfy(event -> assertThat(event.json().at("/posts").size()).isOne())
        .filteredOn(event -> event.key().equals(id))
        .allSatisfy(
            event -> assertThat(event.json().at("/posts/0/personId").asString()).isEqualTo("P1"));
  }

  @Test
  void anEndTypedInIsToldOfTheWorkshop() {
    department.imports("workers", workers(inWorkshop(1, "阳光厂")));
    department.events();
    department.write(
        "POST",
        "/api/employment/workers/P1/spells/0/end",
        "{\"end\":\"2024-06-08\"}",
        1L,
        clerk("530113"));
    JsonNode workshop = told(WORKSHOP, department.events()).getFirst().json();
    assertThat(workshop.at("/version").asInt()).isEqualTo(2);
    assertThat(workshop.at("/posts/0/until").asString()).isEqualTo("2024-06-08");
    assertThat(workshop.at("/businessDate").asString()).isEqualTo(Department.TODAY);
  }

  private static final String TRAINEE_HEADER = "县（市）区,户编号,人编号,姓名,证件号码,培训项目,企业,开始日期,结束日期";

  private static List<Event> told(String topic, List<Event> events) {
    return events.stream().filter(event -> event.topic().equals(topic)).toList();
  }

  private static Row inWorkshop(int n, String name) {
    return spell(n, "县内", name, "2024-01-02", "").with("岗位类型", "帮扶车间");
  }

  private static String trainees(int... people) {
    return lines(
        TRAINEE_HEADER,
        IntStream.of(people)
            .mapToObj(n -> "东川区,H%d,P%d,张某,%s,电工,某校,2024-05-06,".formatted(n, n, number(n)))
            .toArray(String[]::new));
  }

  private static String businesses(int... people) {
    return lines(
        "县（市）区,户编号,人编号,名称,开业日期,类别",
        IntStream.of(people)
            .mapToObj(n -> "东川区,H%d,P%d,小吃店,2023-05-01,返乡创业".formatted(n, n))
            .toArray(String[]::new));
  }
}
