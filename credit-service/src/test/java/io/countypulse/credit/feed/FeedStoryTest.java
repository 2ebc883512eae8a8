package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.testing.TestTokens;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** A bank delivers its loans, in all the ways it can go well or wrong (DOMAIN.md § 5 and § 10). */
class FeedStoryTest {

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");

  @Test
  void aFeedIsAppliedAndReceipted() {
    Answer answer =
        department.send(
            bank, Feed.of(bank, "2024-06-07", 1, loan("J1", "48000"), loan("J2", "50000.00")));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(answer.state()).isEqualTo("ACCEPTED");
    assertThat(answer.rows()).containsExactly(2, 0, 0);
    assertThat(answer.receipt().at("/totals/outstanding").asString()).isEqualTo("98000.00");
    assertThat(department.events("loan")).hasSize(2);
    assertThat(department.read("/api/credit/feeds/" + answer.id(), Department.lead()))
        .isEqualTo(answer.receipt());
  }

  @Test
  void theSameContentAgainChangesNothingHoweverItIsPacked() {
    Feed feed = Feed.of(bank, "2024-06-07", 1, loan("J1", "48000"), loan("J2", "50000.00"));
    Answer first = department.send(bank, feed);
    department.events();
    byte[] chinese = feed.bytes(Charset.forName("GB18030"));
    for (byte[] again :
        new byte[][] {
          feed.bytes(),
          chinese,
          Feed.gzipped(feed.bytes()),
          Feed.gzipped(chinese),
          ("\ufeff" + feed.text()).getBytes(java.nio.charset.StandardCharsets.UTF_8),
          """
          {"bank":"HMNS","businessDate":"2024-06-07","sequence":1,"detailCount":2,"totalOutstanding":98000,"totalOverdue":0}
          ["D","J2","HJ2","东川区","2024-02-03","2027-02-03",50000,4.35,"50000",0,null,"正常"]
          {"借据号":"J1","户编号":"HJ1","县（市）区":"东川区","放款日期":"2024-02-03","到期日期":"2027-02-03","放款金额":"50000.0","年利率":"4.350","余额":48000.00,"逾期本金":"","状态":"正常"}
          """
              .getBytes(java.nio.charset.StandardCharsets.UTF_8)
        }) {
      Answer answer = department.send(bank, again);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      assertThat(answer.state()).isEqualTo("UNCHANGED");
      assertThat(answer.receipt().at("/sameAs").asString()).isEqualTo(first.id());
    }
    assertThat(department.events()).isEmpty();
  }

  @Test
  void unchangedRowsCostNoEvent() {
    department.send(bank, Feed.of(bank, "2024-06-06", 1, loan("J1", "48000"), loan("J2", "50000")));
    department.events();
    Answer next =
        department.send(
            bank, Feed.of(bank, "2024-06-07", 2, loan("J1", "48000"), loan("J2", "40000")));
    assertThat(next.rows()).containsExactly(1, 1, 0);
    assertThat(department.events("loan"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.key()).isEqualTo("HMNS|J2");
              assertThat(event.json().at("/positions").size()).isEqualTo(2);
            });
  }

  @Test
  void whatIsWrongWithAFeedAsAWholeAppliesNothing() {
    Feed feed = Feed.of(bank, "2024-06-07", 1, loan("J1", "48000"));
    refused("COUNT_MISMATCH", feed.text().replace(",1,1,", ",1,2,"));
    refused("OUTSTANDING_MISMATCH", feed.text().replace("48000.00", "48000.01"));
    refused("BUSINESS_DATE_IN_FUTURE", Feed.of(bank, "2024-06-11", 1).text());
    refused("BANK_NOT_YOURS", feed.text().replace("HMNS", "JSCZ"));
    refused("HEADER_MISSING", loan("J1", "48000"));
    refused("HEADER_FIELD_WRONG", feed.text().replace("2024-06-07", "2024-02-30"));
    refused("FEED_FORMAT_UNKNOWN", "<html><body><table></table></body></html>");
    byte[] packed = Feed.gzipped(feed.bytes());
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 9);
    assertThat(department.send(bank, cut).codes()).containsExactly("FEED_TRUNCATED");
    String token = TestTokens.shared().bankToken("HMNS");
    assertThat(
            department.send(feed.bytes(), new TestBank("HMNS").sign(feed.bytes()), token).codes())
        .containsExactly("SIGNATURE_WRONG");
    assertThat(department.send(feed.bytes(), "", token).codes())
        .containsExactly("SIGNATURE_MISSING");
    assertThat(department.database().sql("select count(*) from loan").query(Integer.class).single())
        .isZero();
    assertThat(department.events("loan")).isEmpty();
    assertThat(department.send(bank, feed).state()).isEqualTo("ACCEPTED");
  }

  @Test
  void badRowsComeBackAndTheRestGoesIn() {
    Answer answer =
        department.send(
            bank,
            Feed.of(
                bank,
                "2024-06-07",
                1,
                loan("J1", "48000"),
                loan("J2", "60000"),
                loan("J3", "-5"),
                loan("J4", "1.2e3"),
                loan("J5", "1000").replace("2027-02-03", "2023-02-03"),
                loan("J6", "1000").replace("正常", "好"),
                loan("J7", "100"),
                loan("J7", "200"),
                loan("J8", "1000"),
                loan("J8", "1000")));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(answer.rows()).containsExactly(2, 0, 8);
    assertThat(answer.codes())
        .containsExactly(
            "BALANCE_ABOVE_AMOUNT",
            "AMOUNT_MALFORMED",
            "AMOUNT_MALFORMED",
            "DATES_OUT_OF_ORDER",
            "STATUS_UNKNOWN",
            "DUPLICATE_IN_FEED",
            "DUPLICATE_IN_FEED",
            "DUPLICATE_IN_FEED");
    String refused =
        department.get("/api/credit/feeds/" + answer.id() + "/refused", Department.lead()).body();
    assertThat(refused).startsWith("H,HMNS,2024-06-07,2,8,").contains("余额大于放款金额");
    Answer resent =
        department.send(
            bank,
            Feed.of(bank, "2024-06-07", 2, loan("J2", "50000"), loan("J3", "5")).asSupplement());
    assertThat(resent.status()).as(resent.body().toString()).isEqualTo(201);
    assertThat(resent.rows()).containsExactly(2, 0, 0);
    assertThat(department.database().sql("select count(*) from loan").query(Integer.class).single())
        .isEqualTo(4);
  }

  private void refused(String code, String text) {
    Answer answer = department.send(bank, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(answer.status()).as(code + answer.body()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly(code);
  }
}
