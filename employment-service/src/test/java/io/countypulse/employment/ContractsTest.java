package io.countypulse.employment;

import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.households;
import static io.countypulse.employment.Sheets.lines;
import static io.countypulse.employment.Sheets.number;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.targets;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Sheets.Row;
import io.countypulse.testing.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens in the department makes exactly the golden messages, and nothing beyond their
 * schema.
 */
class ContractsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Department department = Department.shared().reset();

  @Test
  void aWorkersStoryMakesTheGoldenMessages() {
    Row atHome =
        person("P53010000001", "H53010000001", spell(1, "县内", "乙厂", "2023-02-10", "2023-12-20"))
            .with("务工省份", "云南")
            .with("岗位类型", "帮扶车间")
            .with("务工单位", "")
            .with("月工资", "");
    Row away =
        person("P53010000001", "H53010000001", spell(1, "省外", "甲公司", "2024-03-01", ""))
            .with("务工省份", "浙江省");
    tells("2024-03-10", "worker", "2024-03-10-in-work-out-of-province", atHome, away);
    Row atHomeMoved = atHome.with("县（市）区", "五华区");
    Row awayMoved = away.with("县（市）区", "五华区");
    tells("2024-06-01", "worker", "2024-06-01-moved-county", atHomeMoved, awayMoved);
    tells(
        "2024-06-10",
        "worker",
        "2024-06-10-came-home",
        atHomeMoved.with("就业意愿", "是"),
        awayMoved.with("就业意愿", "是").with("结束日期", "2024-06-05"));
  }

  @Test
  void otherWorkersMakeTheirs() {
    tells(
        "2024-06-10",
        "worker",
        "2024-06-10-never-in-work",
        person("P53010000002", "H53010000002", worker(2))
            .with("县（市）区", "阳宗海")
            .with("户类型", "突发严重困难户")
            .with("劳动能力", "弱劳动力")
            .with("就业意愿", "否"));
    Row skilled =
        person("P53010000003", "H53010000003", worker(3))
            .with("县（市）区", "寻甸县")
            .with("户类型", "监测对象")
            .with("劳动能力", "技能劳动力")
            .with("就业意愿", "是");
    tells(
        "2024-06-10",
        "worker",
        "2024-06-10-two-jobs-at-once",
        job(skilled, "公益性岗位", "县内", "", "2024-04-01", "2024-05-01").with("务工单位", ""),
        job(skilled, "普通", "省内县外", "云南省", "2024-04-01", "2024-12-31").with("务工单位", "丙厂"),
        job(skilled, "普通", "省外", "广东省", "2024-01-02", ""));
    tells(
        "2024-06-10",
        "worker",
        "2024-06-10-unknown-county-and-words",
        person("P53010000004", "H53010000004", spell(4, "火星", "甲", "2024-05-06", ""))
            .with("县（市）区", "某县")
            .with("户类型", "困难户")
            .with("劳动能力", "某")
            .with("岗位类型", "某"));
  }

  @Test
  void thoseInAssistedPostsMakeTheirsWithWorkplaceAndWage() {
    Row helped = person("P53010000005", "H53010000005", worker(5));
    department.imports(
        "workers",
        workers(
            job(helped, "帮扶车间", "县内", "云南", "2023-02-10", "2023-12-20").with("月工资", "3500"),
            job(helped, "公益性岗位", "县内", "云南", "2024-01-02", "")
                .with("务工单位", "乡村 保洁员")
                .with("月工资", "800")));
    List<Event> events = department.events();
    assertThat(events)
        .extracting(Event::topic)
        .containsExactly("employment.worker.v1", "employment.workshop.v1");
    assertThat(Contracts.violations("employment.worker.v1", events.getFirst().payload())).isEmpty();
    assertThat(withoutInstant(events.getFirst().json()))
        .isEqualTo(
            withoutInstant(
                JSON.readTree(
                    Contracts.golden("employment.worker.v1")
                        .get("2024-06-10-in-assisted-posts.json"))));
    assertThat(events.getFirst().payload()).doesNotContain("张", "乙厂", "保洁员", "530190");
  }

  @Test
  void aHouseholdsStoryMakesTheGoldenMessages() {
    department.imports(
        "households",
        "asOf=2024-03-10",
        households("东川区,H53010000001,脱贫户,4,2023,41250.50,,", "东川区,H53010000001,脱贫户,4,2022,38900,,"),
        lead());
    made("household", "2024-03-10-registered");
    department.imports(
        "households", "asOf=2024-06-01", households("五华区,H53010000001,脱贫户,4,,,,"), lead());
    made("household", "2024-06-01-moved-county");
    department.imports(
        "households", "asOf=2024-06-10", households("某县,H53010000004,困难户,,,,,"), lead());
    made("household", "2024-06-10-little-known");
  }

  @Test
  void aTargetsStoryMakesTheGoldenMessages() {
    department.imports("targets", "asOf=2024-03-10", targets("东川区,2024,务工人数,50000,"), lead());
    made("target", "2024-03-10-set");
    department.imports(
        "targets", "asOf=2024-05-01", targets("东川区,2024,务工人数,51000,2024-11-30"), lead());
    made("target", "2024-05-01-raised");
    department.imports(
        "targets", "asOf=2024-06-10", targets("东川区,2024,务工人数,——,2024-11-30"), lead());
    made("target", "2024-06-10-withdrawn");
    department.imports("targets", "asOf=2024-06-10", targets("五华区,2024,务工人数,0,"), lead());
    made("target", "2024-06-10-zero");
  }

  @Test
  void aTraineesStoryMakesTheGoldenMessages() {
    register("2024-05-01", person("P53010000001", "H53010000001", worker(1)));
    trains("2024-05-20", 1, "");
    follows("trainee", "2024-05-20-in-training");
    trains("2024-05-31", 1, "2024-05-31");
    follows("trainee", "2024-05-31-completed");
    moves("2024-06-01");
    follows("trainee", "2024-06-01-moved-county");
    String course =
        department.read("/api/employment/trainings", lead()).at("/items/0/id").asString();
    department.write(
        "DELETE", "/api/employment/trainings/" + course + "/people/P53010000001", "", lead());
    follows("trainee", "2024-06-10-taken-off");
    trains("2024-06-10", 9, "2024-05-31");
    follows("trainee", "2024-06-10-not-registered");
  }

  @Test
  void aBusinessStoryMakesTheGoldenMessages() {
    register("2024-05-01", person("P53010000001", "H53010000001", worker(1)));
    opens("2024-05-20", "东川区,H53010000001,P53010000001,张记小吃,2023-05-01,返乡创业");
    follows("business", "2024-05-20-opened");
    moves("2024-06-01");
    follows("business", "2024-06-01-moved-county");
    opens("2024-06-10", "东川区,H53010000009,P53010000009,养殖场,2024-06-03,其他创业");
    follows("business", "2024-06-10-not-registered-unknown-kind");
  }

  @Test
  void aWorkshopsStoryMakesTheGoldenMessages() {
    Row former =
        job(
                person("P53010000001", "H53010000001", worker(1)),
                "帮扶车间",
                "县内",
                "云南省",
                "2023-02-10",
                "2023-12-20")
            .with("月工资", "");
    Row there =
        job(
                person("P53010000005", "H53010000005", worker(5)),
                "帮扶车间",
                "县内",
                "云南省",
                "2024-01-02",
                "")
            .with("月工资", "3000");
    register("2024-03-10", former, there);
    follows("workshop", "2024-03-10-two-worked-there");
    register("2024-06-10", former, there.with("结束日期", "2024-06-05"));
    follows("workshop", "2024-06-10-one-left");
    register("2024-06-10", former.with("岗位类型", "普通"), there.with("岗位类型", "普通"));
    follows("workshop", "2024-06-10-nobody-left");
  }

  private void register(String asOf, Row... rows) {
    department.imports("workers", "asOf=" + asOf, workers(List.of(rows)), lead());
  }

  private void trains(String asOf, int n, String end) {
    String row =
        "东川区,H5301000000%d,P5301000000%d,张某,%s,电工,某培训学校,2024-05-06,%s"
            .formatted(n, n, number(n), end);
    department.imports(
        "trainees", "asOf=" + asOf, lines("县（市）区,户编号,人编号,姓名,证件号码,培训项目,企业,开始日期,结束日期", row), lead());
  }

  private void opens(String asOf, String row) {
    department.imports(
        "businesses", "asOf=" + asOf, lines("县（市）区,户编号,人编号,名称,开业日期,类别", row), lead());
  }

  private void moves(String asOf) {
    department.imports(
        "households", "asOf=" + asOf, households("五华区,H53010000001,脱贫户,4,,,,"), lead());
  }

  /**
   * What follows from people: the only event of its topic; the id is drawn when it is first told.
   */
  private void follows(String entity, String golden) {
    String topic = "employment." + entity + ".v1";
    List<Event> events =
        department.events().stream().filter(event -> event.topic().equals(topic)).toList();
    assertThat(events).as(golden).hasSize(1);
    Event event = events.getFirst();
    assertThat(Contracts.violations(topic, event.payload())).isEmpty();
    String expected = requireNonNull(Contracts.golden(topic).get(golden + ".json"));
    assertThat(Contracts.violations(topic, expected)).isEmpty();
    String id = entity + "Id";
    assertThat(event.json().at("/" + id).asString()).isEqualTo(event.key());
    ObjectNode told = withoutInstant(event.json()).asObject();
    ObjectNode wanted = withoutInstant(JSON.readTree(expected)).asObject();
    if (!entity.equals("workshop")) {
      told.remove(id);
      wanted.remove(id);
    }
    assertThat(told).isEqualTo(wanted);
    assertThat(event.payload()).doesNotContain("张", "电工", "学校", "厂", "530190");
  }

  private void tells(String asOf, String entity, String golden, Row... rows) {
    department.imports("workers", "asOf=" + asOf, workers(List.of(rows)), lead());
    made(entity, golden);
  }

  private void made(String entity, String golden) {
    String topic = "employment." + entity + ".v1";
    List<Event> events = department.events();
    assertThat(events).as(golden).hasSize(1);
    Event event = events.getFirst();
    assertThat(event.topic()).isEqualTo(topic);
    assertThat(Contracts.violations(topic, event.payload())).isEmpty();
    JsonNode expected = JSON.readTree(Contracts.golden(topic).get(golden + ".json"));
    assertThat(withoutInstant(event.json())).isEqualTo(withoutInstant(expected));
    assertThat(event.payload()).doesNotContain("张", "甲公司", "530190", "3500");
  }

  private static JsonNode withoutInstant(JsonNode message) {
    ObjectNode rest = message.deepCopy().asObject();
    rest.remove("recordedAt");
    return rest;
  }

  private static Row person(String id, String household, Row row) {
    return row.with("人编号", id).with("户编号", household);
  }

  private static Row job(
      Row person, String post, String area, String province, String start, String end) {
    return person
        .with("岗位类型", post)
        .with("务工区域", area)
        .with("务工省份", province)
        .with("务工单位", "乙厂")
        .with("开始日期", start)
        .with("结束日期", end);
  }
}
