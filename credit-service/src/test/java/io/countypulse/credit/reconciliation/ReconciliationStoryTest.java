package io.countypulse.credit.reconciliation;

import static io.countypulse.credit.Feed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a bank says and what its own earlier words let expect (DOMAIN.md § 5). */
class ReconciliationStoryTest {

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");
  private int sequence;

  @Test
  void loansThatAreRepaidAndSettledGiveNoDifference() {
    deliver("2024-06-03", loan("J1", "50000"), loan("J2", "20000"));
    deliver("2024-06-04", loan("J1", "48000"), loan("J2", "0").replace("正常", "结清"));
    deliver("2024-06-05", loan("J1", "30000"));
    assertThat(breaks("")).isEmpty();
  }

  @Test
  void aBalanceThatRoseIsADifferenceUntilItFallsBack() {
    deliver("2024-06-03", loan("J1", "40000"));
    deliver("2024-06-04", loan("J1", "45000"));
    assertThat(breaks("?state=OPEN")).containsExactly("J1 BALANCE_ROSE 40000.00 45000.00 5000.00");
    assertThat(openBreaksTold()).isEqualTo(1);
    deliver("2024-06-05", loan("J1", "45000"));
    assertThat(breaks("?state=OPEN")).hasSize(1);
    deliver("2024-06-06", loan("J1", "40000"));
    assertThat(breaks("?state=OPEN")).isEmpty();
    assertThat(breaks("?state=CLOSED")).hasSize(1);
  }

  @Test
  void termsDoNotChange() {
    deliver("2024-06-03", loan("J1", "40000"), loan("J2", "40000"), loan("J3", "40000"));
    deliver(
        "2024-06-04",
        loan("J1", "40000").replace(",50000,", ",60000,"),
        loan("J2", "40000").replace("2024-02-03", "2024-02-04"),
        loan("J3", "40000").replace("4.35", "3.45"));
    assertThat(breaks(""))
        .containsExactly(
            "J3 TERMS_CHANGED 2024-02-03 50000.00 4.35% 2024-02-03 50000.00 3.45% 0.00",
            "J2 TERMS_CHANGED 2024-02-03 50000.00 4.35% 2024-02-04 50000.00 4.35% 0.00",
            "J1 TERMS_CHANGED 2024-02-03 50000.00 4.35% 2024-02-03 60000.00 4.35% 10000.00");
  }

  @Test
  void overdueFallsByRepaymentOnly() {
    deliver("2024-06-03", overdue("J1", "40000", "3000"), overdue("J2", "40000", "3000"));
    deliver("2024-06-04", overdue("J1", "38000", "1000"), overdue("J2", "39000", "1000"));
    assertThat(breaks("")).containsExactly("J2 OVERDUE_FELL 2000.00 1000.00 1000.00");
  }

  @Test
  void aLoanThatVanishedUnsettledAndOneDueUnreported() {
    String due = loan("J2", "20000").replace("2027-02-03", "2024-06-03");
    deliver("2024-06-03", loan("J1", "40000"), due);
    deliver("2024-06-04", due);
    assertThat(breaks(""))
        .containsExactlyInAnyOrder(
            "J1 ABSENT_NOT_SETTLED 0.00 40000.00 40000.00",
            "J2 OVERDUE_NOT_REPORTED 20000.00 0.00 20000.00");
    deliver("2024-06-05", loan("J1", "40000"), overdue("J2", "20000", "20000"));
    assertThat(breaks("?state=OPEN").stream().filter(told -> !told.contains("TERMS"))).isEmpty();
  }

  @Test
  void refusedRowsLeaveBankAndServiceApartUntilTheyAreSentAgain() {
    deliver("2024-06-03", loan("J1", "40000"), loan("J2", "20000"));
    deliver("2024-06-04", loan("J1", "30000"), loan("J2", "20000").replace("正常", "好"));
    assertThat(breaks("?state=OPEN")).containsExactly("J2 ROW_REFUSED 20000.00  20000.00");
    deliver("2024-06-05", loan("J1", "30000"), loan("J2", "20000"));
    assertThat(breaks("?state=OPEN")).isEmpty();
  }

  @Test
  void aCorrectionOfThePastTakesItsDifferenceAway() {
    deliver("2024-06-03", loan("J1", "40000"));
    deliver("2024-06-04", loan("J1", "45000"));
    deliver("2024-06-03", loan("J1", "46000"));
    assertThat(breaks("?state=OPEN")).isEmpty();
    assertThat(openBreaksTold()).isZero();
  }

  @Test
  void aPersonResolvesWhatWasSeenAndNothingElse() {
    deliver("2024-06-03", loan("J1", "40000"));
    deliver("2024-06-04", loan("J1", "45000"));
    department.events();
    JsonNode seen = items("?state=OPEN").getFirst();
    String path = "/api/credit/breaks/" + seen.at("/id").asString() + "/resolve";
    String clerk = Department.clerk("530113");
    assertThat(department.step(path, "{}", clerk, 1).statusCode()).isEqualTo(400);
    assertThat(department.step(path, "{\"note\":\"已核\"}", clerk, 9).statusCode()).isEqualTo(412);
    assertThat(
            department.step(path, "{\"note\":\"已核\"}", Department.clerk("530102"), 1).statusCode())
        .isEqualTo(404);
    HttpResponse<String> first = department.step(path, "{\"note\":\"已核\"}", clerk, 1, "key-1");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(department.step(path, "{\"note\":\"已核\"}", clerk, 1, "key-1").body())
        .isEqualTo(first.body());
    assertThat(department.step(path, "{\"note\":\"再核\"}", clerk, 2).statusCode()).isEqualTo(409);
    assertThat(openBreaksTold()).isZero();

    deliver("2024-06-05", loan("J1", "45000"));
    assertThat(breaks("?state=RESOLVED")).hasSize(1);
    deliver("2024-06-06", loan("J1", "46000"));
    assertThat(breaks("?state=OPEN")).containsExactly("J1 BALANCE_ROSE 40000.00 46000.00 6000.00");
  }

  @Test
  void everyoneSeesTheirOwnDifferencesPageByPage() {
    TestBank other = department.bank("JSCZ");
    deliver("2024-06-03", loan("J1", "1"), loan("J2", "1"), loan("J3", "1").replace("东川区", "五华区"));
    deliver("2024-06-04", loan("J1", "2"), loan("J2", "2"), loan("J3", "2").replace("东川区", "五华区"));
    department.send(other, Feed.of(other, "2024-06-03", 1, loan("K1", "1")));
    department.send(other, Feed.of(other, "2024-06-04", 2, loan("K1", "2")));
    assertThat(items("").size()).isEqualTo(4);
    assertThat(items("?bank=JSCZ").size()).isEqualTo(1);
    assertThat(items("?county=530102").size()).isEqualTo(1);
    assertThat(read("", TestTokens.shared().bankToken("JSCZ")).at("/items").size()).isEqualTo(1);
    assertThat(read("", Department.clerk("530113")).at("/count").asInt()).isEqualTo(3);
    JsonNode page = read("?limit=3", Department.lead());
    JsonNode rest = read("?limit=3&after=" + page.at("/next").asString(), Department.lead());
    assertThat(page.at("/items").size() + rest.at("/items").size()).isEqualTo(4);
  }

  private static String overdue(String number, String balance, String overdue) {
    return loan(
        number, "H" + number, "东川区", "2024-02-03", "2024-05-31", "50000", balance, overdue, "逾期");
  }

  private void deliver(String day, String... rows) {
    Department.Answer answer = department.send(bank, Feed.of(bank, day, ++sequence, rows));
    assertThat(answer.state()).as(answer.body().toString()).isEqualTo("ACCEPTED");
  }

  private int openBreaksTold() {
    return department.events("feed").getLast().json().at("/openBreaks").asInt();
  }

  private List<String> breaks(String query) {
    return items(query).stream()
        .map(
            each ->
                String.join(
                    " ",
                    each.at("/number").asString("-"),
                    each.at("/kind").asString(),
                    each.at("/expected").asString(),
                    each.at("/found").asString(),
                    each.at("/amount").asString()))
        .toList();
  }

  private List<JsonNode> items(String query) {
    return read(query, Department.lead()).at("/items").valueStream().toList();
  }

  private JsonNode read(String query, String token) {
    return department.read("/api/credit/breaks" + query, token);
  }
}
