package io.countypulse.credit.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the government pays of the interest, reckoned by hand here (DOMAIN.md § 5). */
class InterestStoryTest {

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");
  private int sequence;

  @Test
  void balancesDaysAndTheCappedRateMakeTheAmount() {
    deliver("2024-01-02", loan("J1", "50000", "2023-12-01"));
    deliver("2024-02-01", loan("J1", "40000", "2023-12-01"));
    // 30 days of 50,000 and 60 of 40,000 at 3.45 (the rate is 4.35): 3,900,000 × 3.45 ÷ 36,000
    assertThat(lines("2024Q1")).containsExactly("2024Q1 INTEREST J1 90 43333.33 3.45 373.75");
    // The running quarter is reckoned to the business date: 71 days of 40,000.
    assertThat(deliver("2024-04-01", loan("J1", "40000", "2023-12-01"))).isEqualTo("ACCEPTED");
    assertThat(lines("2024Q2")).containsExactly("2024Q2 INTEREST J1 71 40000.00 3.45 272.17");
  }

  @Test
  void aLowerRateIsPaidAsItIsAndHalfAFenIsRoundedUp() {
    deliver(
        "2024-03-31",
        loan("J1", "36000", "2023-12-01").replace("4.35", "3"),
        loan("J2", "50", "2023-12-01").replace("4.35", "3.6").replace("2023-12-01", "2022-08-01"));
    // 36,000 × 3 ÷ 36,000 = 3.00; 50 × 3.6 ÷ 36,000 = 0.005
    assertThat(lines("2024Q1"))
        .containsExactly(
            "2024Q1 INTEREST J1 1 36000.00 3 3.00", "2024Q1 INTEREST J2 1 50.00 3.6 0.01");
  }

  @Test
  void overdueAndExtendedDaysAreNotSubsidised() {
    String due = loan("J1", "36000", "2023-12-01").replace("2026-12-01", "2024-03-10");
    deliver(
        "2024-03-01",
        due,
        loan("J2", "36000", "2023-12-01").replace("正常", "展期"),
        loan("J3", "36000", "2023-12-01"));
    deliver(
        "2024-03-04",
        due,
        loan("J3", "36000", "2023-12-01").replace(",36000,0,,正常", ",36000,1000,,逾期"));
    // J1 to 10 March, the day it is due; J3 to 3 March.
    assertThat(lines("2024Q1"))
        .containsExactly(
            "2024Q1 INTEREST J1 10 36000.00 3.45 34.50",
            "2024Q1 INTEREST J3 3 36000.00 3.45 10.35");
  }

  @Test
  void aLoanIsSubsidisedFromItsIssueThoughTheBankTellsOfItLater() {
    deliver("2024-03-01", loan("J1", "36000", "2023-12-01"));
    deliver("2024-03-04", loan("J1", "36000", "2023-12-01"), loan("J2", "36000", "2024-03-02"));
    assertThat(lines("2024Q1"))
        .containsExactly(
            "2024Q1 INTEREST J1 31 36000.00 3.45 106.95",
            "2024Q1 INTEREST J2 30 36000.00 3.45 103.50");
  }

  @Test
  void aClosedStatementNeverChangesAndCorrectionsStandInTheNext() {
    deliver("2024-03-01", loan("J1", "36000", "2023-12-01"), loan("J2", "36000", "2023-12-01"));
    JsonNode first = statement("2024Q1");
    String id = first.at("/id").asString();
    assertThat(step(id, "close", Department.lead(), 1)).isEqualTo(409);
    assertThat(step(id, "review", clerk(), 1)).isEqualTo(200);
    assertThat(step(id, "close", clerk(), 2)).isEqualTo(403);

    deliver("2024-03-02", loan("J1", "35000", "2023-12-01"), loan("J2", "36000", "2023-12-01"));
    assertThat(department.read(path(id), Department.lead()).at("/changedSinceReview").asBoolean())
        .isTrue();
    assertThat(step(id, "close", Department.lead(), 2)).isEqualTo(409);
    assertThat(step(id, "review", Department.lead(), 2)).isEqualTo(200);
    assertThat(step(id, "close", Department.lead(), 3)).isEqualTo(409);
    assertThat(step(id, "review", clerk(), 3)).isEqualTo(200);
    assertThat(step(id, "close", Department.lead(), 4)).isEqualTo(200);
    List<String> closed = lines("2024Q1");
    assertThat(step(id, "review", clerk(), 5)).isEqualTo(409);

    deliver("2024-04-01", loan("J1", "35000", "2023-12-01"), loan("J2", "36000", "2023-12-01"));
    deliver("2024-03-02", loan("J1", "36000", "2023-12-01"));
    assertThat(lines("2024Q1")).isEqualTo(closed);
    // J1: 106.95 instead of 104.08; J2 was absent from 2 March on.
    assertThat(lines("2024Q2"))
        .contains("2024Q1 DIFFERENCE J2 -30 36000.00 3.45 -103.50")
        .contains("2024Q1 DIFFERENCE J1 0 0.00 3.45 2.87");
    assertThat(statement("2024Q2").at("/differences").asString()).isEqualTo("-100.63");
    assertThat(statement("2024Q1").at("/state").asString()).isEqualTo("CLOSED");
  }

  @Test
  void aRunningQuarterIsNotReviewed() {
    deliver("2024-06-03", loan("J1", "36000", "2023-12-01"));
    assertThat(step(statement("2024Q2").at("/id").asString(), "review", clerk(), 1)).isEqualTo(409);
  }

  @Test
  void everyoneSeesTheirOwnStatements() {
    deliver("2024-03-01", loan("J1", "36000"), loan("J2", "36000").replace("东川区", "五华区"));
    String id = statement("2024Q1").at("/id").asString();
    assertThat(items("2024Q1", Department.lead())).hasSize(2);
    assertThat(items("2024Q1", Department.clerk("530102"))).hasSize(1);
    assertThat(items("2024Q1", TestTokens.shared().bankToken("JSCZ"))).isEmpty();
    assertThat(department.get(path(id), TestTokens.shared().bankToken("JSCZ")).statusCode())
        .isEqualTo(404);
    HttpResponse<String> csv = department.get(path(id) + "/csv", Department.lead());
    assertThat(csv.body()).startsWith("\ufeff季度,类别,银行").contains("2024Q1,本季,HMNS,");
    assertThat(
            department.get("/api/credit/statements?quarter=2024", Department.lead()).statusCode())
        .isEqualTo(400);
  }

  private static String loan(String number, String balance, String issued) {
    return Feed.loan(
        number, "H" + number, "东川区", issued, "2026-12-01", "50000", balance, "0", "正常");
  }

  private static String loan(String number, String balance) {
    return loan(number, balance, "2023-12-01");
  }

  private static String clerk() {
    return TestTokens.shared().token("CREDIT_CLERK", "530113");
  }

  private String deliver(String day, String... rows) {
    Department.Answer answer = department.send(bank, Feed.of(bank, day, ++sequence, rows));
    assertThat(answer.state()).as(answer.body().toString()).isEqualTo("ACCEPTED");
    return answer.state();
  }

  private int step(String id, String step, String token, long version) {
    return department.step(path(id) + "/" + step, "", token, version).statusCode();
  }

  private static String path(String id) {
    return "/api/credit/statements/" + id;
  }

  private List<JsonNode> items(String quarter, String token) {
    return department
        .read("/api/credit/statements?quarter=" + quarter, token)
        .at("/items")
        .valueStream()
        .toList();
  }

  /** Of 东川区, the first by code among those the tests use. */
  private JsonNode statement(String quarter) {
    return items(quarter, Department.clerk("530113")).getFirst();
  }

  private List<String> lines(String quarter) {
    return department
        .read(path(statement(quarter).at("/id").asString()), Department.lead())
        .at("/lines")
        .valueStream()
        .map(
            line ->
                String.join(
                    " ",
                    line.at("/quarter").asString(),
                    line.at("/kind").asString(),
                    line.at("/loanId").asString().substring("HMNS|".length()),
                    line.at("/days").asString(),
                    line.at("/averageBalance").asString(),
                    line.at("/rate").asString(),
                    line.at("/amount").asString()))
        .toList();
  }
}
