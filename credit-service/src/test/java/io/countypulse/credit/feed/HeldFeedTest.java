package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.credit.calendar.MissingFeeds;
import io.countypulse.testing.Contracts;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bank's program takes yuan for 万元, or the other way round (docs/decisions/0021). */
class HeldFeedTest {

  private static final String BEFORE = "2024-06-06";
  private static final String DAY = "2024-06-07";

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");

  @Test
  void aJumpByTenThousandWaitsForAPersonAndChangesNothing() {
    send(BEFORE, 1, "500.00");
    department.events();
    Answer answer = send(DAY, 2, "0.05");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.state()).isEqualTo("HELD");
    assertThat(answer.codes()).containsExactly("AMOUNTS_JUMPED");
    assertThat(answer.receipt().at("/refusals/0/message").asString())
        .contains("500.00", "0.05", "万元");
    assertThat(outstanding(DAY)).isEqualTo("500.00");
    assertThat(department.events()).isEmpty();
    assertThat(
            department.read("/api/credit/feeds?status=HELD", Department.lead()).at("/items").size())
        .isEqualTo(1);
  }

  @Test
  void whatIsConfirmedIsTakenLikeAnyOther() {
    send(BEFORE, 1, "0.05");
    Answer held = send(DAY, 2, "500.00");
    assertThat(held.state()).isEqualTo("HELD");
    HttpResponse<String> confirmed = word(held, "confirm", "已与银行核对，前一日单位有误", Department.lead());
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    assertThat(confirmed.body()).contains("\"status\":\"ACCEPTED\"");
    assertThat(outstanding(DAY)).isEqualTo("500.00");
    assertThat(word(held, "confirm", "再确认一次", Department.lead()).statusCode()).isEqualTo(409);
    assertThat(audited(held)).containsExactly("FEED_HELD", "FEED_CONFIRMED", "FEED_ACCEPTED");
  }

  @Test
  void whatIsDeclinedIsRefusedAndMayComeAnew() {
    send(BEFORE, 1, "500.00");
    Answer held = send(DAY, 2, "5000000.00");
    assertThat(held.state()).isEqualTo("HELD");
    department.events();
    HttpResponse<String> declined = word(held, "decline", "单位应为元", Department.lead());
    assertThat(declined.body()).contains("\"status\":\"REFUSED\"", "HELD_FEED_DECLINED", "单位应为元");
    assertThat(department.events("feed"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.json().at("/state").asString()).isEqualTo("REFUSED");
              assertThat(Contracts.violations("credit.feed.v1", event.payload())).isEmpty();
            });
    assertThat(send(DAY, 3, "480.00").state()).isEqualTo("ACCEPTED");
    assertThat(outstanding(DAY)).isEqualTo("480.00");
  }

  @Test
  void onlyALeadDecidesAndSaysWhy() {
    send(BEFORE, 1, "500.00");
    Answer held = send(DAY, 2, "0.05");
    assertThat(word(held, "confirm", "好", Department.clerk("530113")).statusCode()).isEqualTo(403);
    assertThat(word(held, "confirm", " ", Department.lead()).statusCode()).isEqualTo(400);
    assertThat(outstanding(DAY)).isEqualTo("500.00");
  }

  @Test
  void manyMoreLoansOrOneThatIsSettledAreNoJump() {
    send(BEFORE, 1, "50.00");
    String[] rows = new String[2_000];
    Arrays.setAll(rows, number -> loan("J" + number, "48000.00"));
    assertThat(department.send(bank, Feed.of(bank, DAY, 2, rows)).state()).isEqualTo("ACCEPTED");
    Arrays.setAll(rows, number -> loan("J" + number, "0.00"));
    assertThat(department.send(bank, Feed.of(bank, "2024-06-10", 3, rows)).state())
        .isEqualTo("ACCEPTED");
  }

  @Test
  void untilItIsConfirmedItsDayIsMissing() {
    send(BEFORE, 1, "500.00");
    Answer held = send(DAY, 2, "0.05");
    department.events();
    department.part(MissingFeeds.class).mark();
    assertThat(dayStates()).containsExactly("2024-06-07 MISSING");
    word(held, "confirm", "已与银行核对", Department.lead());
    assertThat(dayStates()).containsExactly("2024-06-07 ACCEPTED");
  }

  @Test
  void theSameWordAgainIsAnsweredAlikeAndAnotherComesTooLate() {
    send(BEFORE, 1, "500.00");
    Answer held = send(DAY, 2, "0.05");
    String first = word(held, "confirm", "已与银行核对", Department.lead()).body();
    HttpResponse<String> again = word(held, "confirm", "已与银行核对", Department.lead());
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first);
    assertThat(audited(held)).containsOnlyOnce("FEED_CONFIRMED", "FEED_ACCEPTED");
    assertThat(word(held, "decline", "单位有误", Department.lead()).statusCode()).isEqualTo(409);
  }

  @Test
  void aHeldDayMayComeCorrectedAndTheHeldOneIsThenTooOld() {
    send(BEFORE, 1, "500.00");
    Answer held = send(DAY, 2, "0.05");
    assertThat(send(DAY, 3, "480.00").state()).isEqualTo("ACCEPTED");
    assertThat(word(held, "confirm", "已与银行核对", Department.lead()).body())
        .contains("\"status\":\"REFUSED\"", "SEQUENCE_NOT_HIGHER");
    assertThat(outstanding(DAY)).isEqualTo("480.00");
  }

  private Answer send(String day, int sequence, String balance) {
    String amount = new BigDecimal(balance).max(new BigDecimal("50000")).toPlainString();
    return department.send(
        bank,
        Feed.of(
            bank,
            day,
            sequence,
            loan("J1", "HJ1", "东川区", "2024-02-03", "2027-02-03", amount, balance, "0", "正常")));
  }

  private HttpResponse<String> word(Answer feed, String step, String note, String token) {
    return department.send(
        department
            .request("/api/credit/feeds/" + feed.id() + "/" + step, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"note\":\"" + note + "\"}"))
            .build());
  }

  private List<String> dayStates() {
    return department.events("feed").stream()
        .map(
            event ->
                event.json().at("/businessDate").asString()
                    + " "
                    + event.json().at("/state").asString())
        .toList();
  }

  private List<String> audited(Answer feed) {
    return department
        .database()
        .sql("select action from audit_entry where subject = ? order by number")
        .param("feed:" + feed.id())
        .query(String.class)
        .list();
  }

  private String outstanding(String day) {
    return department.cell("credit.outstanding", "530113", day).at("/value").asString();
  }
}
