package io.countypulse.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Department.Event;
import io.countypulse.testing.Contracts;
import io.countypulse.testing.TestTokens;
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
  private final TestBank bank = department.bank("KMRCB");

  @Test
  void aLoansStoryMakesTheGoldenMessages() {
    position("2024-05-06", 1, borrowed("东川区", "50000"));
    made("loan", "2024-05-06-issued", "household", "2024-05-06-borrowed");
    position("2024-05-20", 2, borrowed("东川区", "48000"));
    made("loan", "2024-05-20-repaid-in-part");
    position("2024-06-03", 3, borrowed("五华区", "48000"));
    made("loan", "2024-06-03-moved-county", "household", "2024-06-03-moved-county");
    position("2024-06-07", 4);
    made("loan", "2024-06-07-absent", "household", "2024-06-07-repaid");
  }

  @Test
  void principalFallsDueByTheCalendar() {
    position("2024-05-06", 1, falling("2024-05-31", "0", "正常"));
    made("loan", "2024-05-06-falls-due", "household", "2024-05-06-falls-due");
    position("2024-06-06", 2, falling("2024-05-31", "10000", "逾期"));
    made("loan", "2024-06-06-overdue");
    position("2024-06-07", 3, falling("2024-11-30", "0", "展期"));
    made("loan", "2024-06-07-extended", "household", "2024-06-07-extended");
  }

  @Test
  void aLoanCorrectedAwayCountsNowhere() {
    position(
        "2024-06-07",
        1,
        Feed.loan(
            "J20240108003",
            "H53010000003",
            "某县",
            "2024-01-08",
            "2024-05-08",
            "20000.50",
            "0",
            "0",
            "核销"));
    assertThat(made("loan", "2024-06-07-written-off-unknown-county")).hasSize(2);
    position("2024-06-07", 2);
    made("loan", "2024-06-07-corrected-away");
    assertThat(department.cell("credit.issued", "530100", "2024-06-10").at("/state").asString())
        .isEqualTo("NOT_REPORTED");
  }

  @Test
  void aFeedsStoryMakesTheGoldenMessages() {
    department
        .database()
        .sql(
            "insert into feed_day (bank, business_date, state) values ('KMRCB', '2024-06-06', 'MISSING')")
        .update();
    Feed unsigned = Feed.of(bank, "2024-06-06", 17);
    String token = TestTokens.shared().bankToken(bank.code());
    assertThat(department.send(unsigned.bytes(), "", token).status()).isEqualTo(422);
    made("feed", "2024-06-06-refused");
    String[] rows = {Feed.loan("J1", "1"), Feed.loan("J2", "2"), Feed.loan("J3", "60000")};
    department.send(bank, Feed.of(bank, "2024-06-06", 18, rows));
    made("feed", "2024-06-06-accepted");
    rows[2] = Feed.loan("J3", "50000");
    department.send(bank, Feed.of(bank, "2024-06-06", 19, rows));
    made("feed", "2024-06-06-corrected");
  }

  @Test
  void aTargetsStoryMakesTheGoldenMessages() {
    target("2024-03-10", "东川区,2024,小额信贷发放,500,");
    made("target", "2024-03-10-set");
    target("2024-05-01", "东川区,2024,小额信贷发放,520.00005,2024-11-30");
    made("target", "2024-05-01-raised");
    target("2024-06-10", "东川区,2024,小额信贷发放,——,2024-11-30");
    made("target", "2024-06-10-withdrawn");
    target("2024-06-10", "五华区,2024,小额信贷发放,0,");
    made("target", "2024-06-10-zero");
  }

  private void target(String asOf, String row) {
    JsonNode outcome =
        department.imports(
            "targets", asOf, "县（市）区,年度,项目,目标值,完成时限\n" + row + "\n东川区,2024,务工人数,5,\n");
    assertThat(outcome.at("/rows/applied").asInt()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.at("/rows/skipped").asInt()).isEqualTo(1);
  }

  private void position(String day, long sequence, String... rows) {
    Answer answer = department.send(bank, Feed.of(bank, day, sequence, rows));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private static String borrowed(String county, String balance) {
    return Feed.loan(
        "J20240203001",
        "H53010000001",
        county,
        "2024-02-03",
        "2027-02-03",
        "50000",
        balance,
        "0",
        "正常");
  }

  private static String falling(String due, String overdue, String status) {
    return Feed.loan(
        "J20210601007",
        "H53010000002",
        "东川区",
        "2021-06-01",
        due,
        "30000",
        "30000",
        overdue,
        status);
  }

  /** Pairs of entity and golden message: those and no others of these kinds. */
  private List<Event> made(String... expected) {
    List<Event> events = department.events();
    for (int pair = 0; pair < expected.length; pair += 2) {
      String topic = "credit." + expected[pair] + ".v1";
      List<Event> ofTopic = events.stream().filter(event -> event.topic().equals(topic)).toList();
      assertThat(ofTopic).as(expected[pair + 1]).hasSize(1);
      Event event = ofTopic.getFirst();
      assertThat(Contracts.violations(topic, event.payload())).isEmpty();
      JsonNode golden = JSON.readTree(Contracts.golden(topic).get(expected[pair + 1] + ".json"));
      assertThat(withoutInstants(event.json())).isEqualTo(withoutInstants(golden));
    }
    return events.stream().filter(event -> !event.topic().equals("credit.feed.v1")).toList();
  }

  private static JsonNode withoutInstants(JsonNode message) {
    ObjectNode rest = message.deepCopy().asObject();
    rest.remove(List.of("recordedAt", "receivedAt"));
    return rest;
  }
}
