package io.countypulse.employment.ledger;

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
import io.countypulse.employment.Department.Import;
import io.countypulse.employment.Sheets.Row;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LedgerTest {

  private static final Row AWAY = spell(1, "省外", "甲公司", "2024-03-01", "").with("务工省份", "浙江省");
  private static final Row AT_HOME = spell(2, "县内", "乙厂", "2024-01-01", "");
  private static final Row RETURNED = spell(3, "省外", "甲公司", "2023-01-01", "2024-05-01");
  private static final Row IDLE = worker(4);

  private final Department department = Department.shared().reset();

  @Test
  void theSameLedgerAgrees() {
    register(AWAY, AT_HOME, RETURNED, IDLE);
    JsonNode county = compare(workers(AWAY, AT_HOME, RETURNED, IDLE)).at("/counties/0");
    assertThat(county.at("/agreeing").asInt()).isEqualTo(4);
    assertThat(county.at("/share").asString()).isEqualTo("100.00");
    assertThat(department.events()).isEmpty();
  }

  @Test
  void differencesAreToldOneByOne() {
    register(AWAY, AT_HOME, RETURNED, IDLE);
    JsonNode report =
        compare(
            workers(
                AWAY.with("务工省份", "广东省"),
                RETURNED.with("结束日期", ""),
                IDLE,
                spell(5, "县内", "丙厂", "2024-02-01", "")));
    JsonNode county = report.at("/counties/0");
    assertThat(county.at("/agreeing").asInt()).isOne();
    assertThat(county.at("/onlyHere").asInt()).isOne();
    assertThat(county.at("/onlyThere").asInt()).isOne();
    assertThat(county.at("/differing").asInt()).isEqualTo(2);
    assertThat(county.at("/share").asString()).isEqualTo("20.00");
    JsonNode differences = differences(report, "");
    assertThat(differences.findValuesAsString("personId")).containsExactly("P1", "P3", "P2", "P5");
    assertThat(differences.at("/0/fields").valueStream().map(JsonNode::asString))
        .containsExactly("PROVINCE");
    assertThat(differences.at("/1/fields/0").asString()).isEqualTo("WORKING");
    assertThat(differences.at("/0/ours/province").asString()).isEqualTo("浙江省");
    assertThat(differences.at("/0/theirs/province").asString()).isEqualTo("广东省");
    assertThat(differences.at("/0/maskedName").asString()).startsWith("张").doesNotContain("乙");
    assertThat(differences(report, "&kind=ONLY_HERE").findValuesAsString("personId"))
        .containsExactly("P2");
    assertThat(differences(report, "&field=WORKING").findValuesAsString("personId"))
        .containsExactly("P3");
  }

  @Test
  void anExportOfFewColumnsWillDo() {
    register(AWAY, AT_HOME, IDLE);
    JsonNode county =
        compare(
                lines(
                    "县（市）区,证件号码,务工状态,务工区域",
                    "东川区," + number(1) + ",务工,省外",
                    "东川区," + number(2) + ",未务工,",
                    "东川区," + number(4) + ",未务工,",
                    "东川区," + number(9) + ",务工,县内"))
            .at("/counties/0");
    assertThat(county.at("/agreeing").asInt()).isEqualTo(2);
    assertThat(county.at("/differing").asInt()).isOne();
    assertThat(county.at("/onlyThere").asInt()).isOne();
  }

  @Test
  void anExportOfThoseInWorkIsComparedWithThoseInWork() {
    register(AWAY, AT_HOME, IDLE, worker(6).with("县（市）区", "五华区"));
    JsonNode report = compare(lines("县（市）区,人编号,务工区域", "东川区,P1,省外"));
    assertThat(report.at("/coversAll").asBoolean()).isFalse();
    assertThat(report.at("/counties")).hasSize(1);
    assertThat(report.at("/counties/0/onlyHere").asInt()).isOne();
    assertThat(report.at("/counties/0/share").asString()).isEqualTo("50.00");
  }

  @Test
  void acceptingTakesOverTheOthersValuesThroughTheRegister() {
    register(AWAY, AT_HOME, RETURNED, IDLE);
    JsonNode report =
        compare(
            workers(
                AWAY.with("务工区域", "省内县外").with("务工省份", "云南省"),
                AT_HOME.with("结束日期", "2024-06-01"),
                RETURNED.with("结束日期", ""),
                IDLE.with("县（市）区", "五华区"),
                spell(5, "县内", "丙厂", "2024-02-01", "")));
    HttpResponse<String> done = decide(report, "accept", "{\"all\":true}", lead());
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(json(done).at("/accepted").asInt()).isEqualTo(5);
    assertThat(json(done).at("/refused")).isEmpty();
    assertThat(figure("out_of_province", "2024-06-10")).isOne();
    assertThat(figure("out_of_province", "2024-03-01")).isOne();
    assertThat(figure("working", "2024-06-10")).isEqualTo(3);
    assertThat(figure("working", "2024-05-31")).isEqualTo(4);
    assertThat(department.read("/api/employment/workers/P4", lead()).at("/county").asString())
        .isEqualTo("530102");
    assertThat(department.read("/api/employment/workers/P1", lead()).at("/area").asString())
        .isEqualTo("IN_PROVINCE");
    JsonNode now = department.read("/api/employment/ledgers/" + id(report), lead());
    assertThat(now.at("/counties/0/shareNow").asString()).isEqualTo("100.00");
    assertThat(differences(report, "&state=OPEN")).isEmpty();
    JsonNode again =
        compare(
            workers(
                AWAY.with("务工区域", "省内县外").with("务工省份", "云南省"),
                AT_HOME.with("结束日期", "2024-06-01"),
                RETURNED.with("结束日期", ""),
                IDLE.with("县（市）区", "五华区"),
                spell(5, "县内", "丙厂", "2024-02-01", ""),
                spell(7, "县内", "丙厂", "2024-02-01", "")));
    assertThat(again.at("/counties").valueStream().mapToInt(c -> c.at("/agreeing").asInt()).sum())
        .isEqualTo(5);
  }

  @Test
  void oneIsAcceptedAndAnotherKept() {
    register(AWAY, AT_HOME);
    JsonNode report = compare(workers(AWAY.with("务工区域", "县内"), AT_HOME.with("务工区域", "省外"), IDLE));
    department.events();
    assertThat(
            json(decide(report, "accept", "{\"numbers\":[1]}", clerk("530113")))
                .at("/accepted")
                .asInt())
        .isOne();
    assertThat(department.events()).extracting(Department.Event::key).containsExactly("P1");
    assertThat(
            json(decide(report, "keep", "{\"numbers\":[1,2]}", clerk("530113")))
                .at("/kept")
                .asInt())
        .isOne();
    assertThat(differences(report, "").valueStream().map(d -> d.at("/state").asString()))
        .containsExactly("ACCEPTED", "KEPT", "OPEN");
    assertThat(decide(report, "accept", "{}", lead()).body()).contains("NUMBERS_OR_ALL");
  }

  @Test
  void somebodyOfWhomTheExportTellsTooLittleIsNotRegistered() {
    register(AWAY);
    JsonNode report = compare(lines("县（市）区,人编号,务工状态", "东川区,P1,务工", "东川区,P8,未务工"));
    JsonNode done = json(decide(report, "accept", "{\"all\":true}", lead()));
    assertThat(done.at("/accepted").asInt()).isZero();
    assertThat(done.at("/incomplete/0").asInt()).isOne();
  }

  @Test
  void aClerkComparesAndSeesTheOwnCounty() {
    register(AWAY, AT_HOME.with("县（市）区", "五华区"));
    Import own =
        department.imports(
            "ledger",
            "asOf=2024-06-10",
            lines("县（市）区,人编号,务工状态", "东川区,P1,未务工", "五华区,P2,务工"),
            clerk("530113"));
    assertThat(own.rows()).containsExactly(1, 0, 0, 1);
    String path = "/api/employment/ledgers/" + own.outcome().at("/id").asString();
    assertThat(department.read(path, clerk("530113")).at("/counties")).hasSize(1);
    assertThat(department.get(path, clerk("530102")).statusCode()).isEqualTo(404);
    assertThat(department.read("/api/employment/ledgers", clerk("530102")).at("/items")).isEmpty();
    assertThat(
            department.get("/api/employment/ledgers?county=530102", clerk("530113")).statusCode())
        .isEqualTo(403);
  }

  private void register(Row... rows) {
    department.imports("workers", "asOf=2024-01-01", workers(List.of(rows)), lead());
    department.events();
  }

  private JsonNode compare(String file) {
    Import done = department.imports("ledger", file);
    assertThat(done.status()).as(done.outcome().toString()).isEqualTo("COMPLETED");
    return department.read(
        "/api/employment/ledgers/" + done.outcome().at("/id").asString(), lead());
  }

  private JsonNode differences(JsonNode report, String parameters) {
    return department
        .read(
            "/api/employment/ledgers/" + id(report) + "/differences?limit=100" + parameters, lead())
        .at("/items");
  }

  private HttpResponse<String> decide(JsonNode report, String what, String body, String token) {
    String path = "/api/employment/ledgers/" + id(report) + "/" + what;
    return department.write("POST", path, body, token);
  }

  private static String id(JsonNode report) {
    return report.at("/id").asString();
  }

  private int figure(String indicator, String day) {
    return department.figure("employment." + indicator, day);
  }
}
