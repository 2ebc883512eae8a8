package io.countypulse.employment;

import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.households;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.targets;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
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
    assertThat(events).hasSize(1);
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
