package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.platform.audit.Actor;
import io.countypulse.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

/** The ways the world goes wrong for a feed as a whole. */
class FeedFaultsTest {

  private static final String DAY = "2024-06-07";

  private final Department department = Department.shared().reset();
  private final Books books = new Books(department);
  private final TestBank bank = department.bank("HMNS");

  @Test
  void aCorrectionStandsThoughTheFirstWordIsSentAgain() {
    Feed first = Feed.of(bank, DAY, 1, loan("J1", "48000"));
    department.send(bank, first);
    Answer corrected = department.send(bank, Feed.of(bank, DAY, 2, loan("J1", "47000")));
    assertThat(corrected.receipt().at("/differences/outstanding/before").asString())
        .isEqualTo("48000.00");
    assertThat(department.send(bank, first).state()).isEqualTo("UNCHANGED");
    assertThat(books.outstanding("530113", DAY)).isEqualTo("47000.00");
  }

  @Test
  void whatBreaksOffIsRefusedWithBothNumbers() {
    String whole = Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2", "100")).text();
    Answer lineGone =
        department.send(bank, whole.substring(0, whole.indexOf("D,J2")).getBytes(UTF_8));
    assertThat(lineGone.codes()).containsExactly("COUNT_MISMATCH", "OUTSTANDING_MISMATCH");
    assertThat(lineGone.receipt().at("/refusals/0/message").asString()).contains("2").contains("1");
    assertThat(lineGone.receipt().at("/refusals/1/message").asString())
        .contains("48100.00")
        .contains("48000.00");
    Answer lineCut = department.send(bank, whole.substring(0, whole.length() - 8).getBytes(UTF_8));
    assertThat(lineCut.codes()).as(lineCut.body().toString()).contains("FEED_TRUNCATED");
    assertThat(books.loans()).isZero();
    assertThat(department.send(bank, new byte[0]).state()).isEqualTo("REFUSED");
  }

  @Test
  void anEncodingIsReadRightOrRefused() {
    String text = Feed.of(bank, DAY, 1, loan("J1", "48000")).text();
    Answer answer = department.send(bank, text.getBytes(UTF_16));
    assertThat(answer.codes()).as(answer.body().toString()).containsExactly("FEED_FORMAT_UNKNOWN");
    assertThat(books.loans()).isZero();
    for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"))) {
      assertThat(department.send(bank, text.getBytes(charset)).state())
          .isEqualTo(charset.equals(UTF_8) ? "ACCEPTED" : "UNCHANGED");
    }
    assertThat(books.text("select county from loan")).isEqualTo("530113");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK\u0003\u0004xl/workbook.xml",
        "<!DOCTYPE html><table><tr><td>H</td></tr></table>",
        "%PDF-1.7",
        "not a feed at all"
      })
  void whatIsNoFeedIsRefusedByContent(String content) {
    assertThat(department.send(bank, content.getBytes(UTF_8)).state()).isEqualTo("REFUSED");
    assertThat(books.loans()).isZero();
  }

  @Test
  void aReversalRestoresTheFigureAndKeepsTheHistory() {
    department.send(bank, Feed.of(bank, "2024-06-05", 1, loan("J1", "48000")));
    department.send(bank, Feed.of(bank, "2024-06-06", 2, loan("J1", "40000")));
    department.send(bank, Feed.of(bank, DAY, 3, loan("J1", "48000")));
    assertThat(
            List.of(
                books.outstanding("530113", "2024-06-05"),
                books.outstanding("530113", "2024-06-06"),
                books.outstanding("530113", DAY)))
        .containsExactly("48000.00", "40000.00", "48000.00");
    assertThat(
            department
                .read("/api/credit/ledger", Department.lead())
                .at("/rows/0/balanced")
                .asBoolean())
        .isTrue();
  }

  @Test
  void aDayThreeMonthsLateFillsItsGapAndTurnsNothingBack() {
    department.send(bank, Feed.of(bank, "2024-03-01", 1, loan("J1", "48000")));
    department.send(bank, Feed.of(bank, DAY, 3, loan("J1", "40000")));
    Answer late = department.send(bank, Feed.of(bank, "2024-03-04", 2, loan("J1", "45000")));
    assertThat(late.state()).isEqualTo("ACCEPTED");
    assertThat(
            List.of(
                books.outstanding("530113", "2024-03-01"),
                books.outstanding("530113", "2024-05-01"),
                books.outstanding("530113", DAY)))
        .containsExactly("48000.00", "45000.00", "40000.00");
  }

  @Test
  void aSignatureOfOtherBytesOrOfAnotherBankIsWorthNothing() {
    int audited =
        Integer.parseInt(
            books.text("select count(*)::text from audit_entry where subject like 'feed:%'"));
    byte[] yesterday = Feed.of(bank, "2024-06-06", 1, loan("J1", "48000")).bytes();
    byte[] today = Feed.of(bank, DAY, 2, loan("J1", "0")).bytes();
    String token = TestTokens.shared().bankToken("HMNS");
    department.send(yesterday, bank.sign(yesterday), token);
    assertThat(department.send(today, bank.sign(yesterday), token).codes())
        .containsExactly("SIGNATURE_WRONG");
    TestBank other = department.bank("JSCZ");
    assertThat(
            department
                .send(today, other.sign(today), TestTokens.shared().bankToken("JSCZ"))
                .codes())
        .containsExactly("BANK_NOT_YOURS");
    assertThat(department.send(today, other.sign(today), Department.lead()).codes())
        .containsExactly("SIGNATURE_WRONG");
    assertThat(department.send(today, "%%%", token).codes()).containsExactly("SIGNATURE_MISSING");
    assertThat(books.outstanding("530113", DAY)).isEqualTo("48000.00");
    assertThat(books.text("select count(*)::text from audit_entry where subject like 'feed:%'"))
        .as("every one of the five is in the audit log")
        .isEqualTo(Integer.toString(audited + 5));
  }

  @Test
  void aFeedForTomorrowIsRefusedAndSaysNothingOfTheDay() {
    Answer answer = department.send(bank, Feed.of(bank, "2024-06-11", 1, loan("J1", "48000")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly("BUSINESS_DATE_IN_FUTURE");
    assertThat(books.loans()).isZero();
    assertThat(department.events()).isEmpty();
  }

  @Test
  void anotherBanksFeedIsRefusedThoughThatBankSignedIt() {
    TestBank other = department.bank("JSCZ");
    byte[] theirs = Feed.of(other, DAY, 1, loan("J1", "1000")).bytes();
    Answer answer =
        department.send(theirs, other.sign(theirs), TestTokens.shared().bankToken("HMNS"));
    assertThat(answer.codes()).containsExactly("BANK_NOT_YOURS");
    assertThat(books.loans()).isZero();
    assertThat(
            department
                .get("/api/credit/feeds/" + answer.id(), TestTokens.shared().bankToken("JSCZ"))
                .statusCode())
        .as("whoever is named sees what was sent in their name")
        .isEqualTo(200);
  }

  @Test
  void aTotalBeyondAllMoneyIsNotBelieved() {
    Feed feed = Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2", "1000000000000000"));
    assertThat(department.send(bank, feed).codes()).containsExactly("HEADER_FIELD_WRONG");
    assertThat(books.loans()).isZero();
  }

  @Test
  void anotherBanksLoansOfTheSameNumberAreOtherLoans() {
    TestBank other = department.bank("JSCZ");
    department.send(bank, Feed.of(bank, DAY, 1, loan("J1", "48000")));
    department.send(other, Feed.of(other, DAY, 1, loan("J1", "1000")));
    department.send(other, Feed.of(other, "2024-06-10", 2));
    assertThat(books.outstanding("530113", "2024-06-10")).isEqualTo("48000.00");
  }

  @Test
  void deepJsonAndBombsAreRefusedBeforeTheyHurt() throws Exception {
    String header =
        "{\"bank\":\"HMNS\",\"businessDate\":\"2024-06-07\",\"sequence\":1,\"detailCount\":2,"
            + "\"totalOutstanding\":0,\"totalOverdue\":0}\n";
    Answer deep =
        department.send(
            bank,
            (header + "[".repeat(30_000) + "\n[\"D\"," + "[".repeat(500) + "\n").getBytes(UTF_8));
    assertThat(deep.state()).as(deep.body().toString()).isEqualTo("ACCEPTED");
    assertThat(deep.rows()).as("both rows come back").containsExactly(0, 0, 2);
    byte[] line = new byte[1 << 20];
    Arrays.fill(line, (byte) 'x');
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
      gzip.write("H,HMNS,2024-06-07,1,1,0,0\n".getBytes(UTF_8));
      for (int mebibyte = 0; mebibyte < 64; mebibyte++) {
        gzip.write(line);
      }
    }
    assertThat(department.send(bank, packed.toByteArray()).rows().getFirst()).isZero();
    assertThat(department.send(bank, Feed.of(bank, DAY, 9, loan("J1", "1"))).state())
        .isEqualTo("ACCEPTED");
  }

  @Test
  void whatIsTooLargeOrBreaksOffWhileItComesLeavesNothing() {
    FeedStore small =
        new FeedStore(
            department.part(JdbcClient.class),
            department.part(TransactionOperations.class),
            DataSize.ofMegabytes(2));
    Delivery delivery =
        new Delivery(Delivery.Door.HTTPS, bank.code(), "", "", Actor.service("test"));
    byte[] large = new byte[(2 << 20) + 1];
    assertThatNoException()
        .isThrownBy(
            () ->
                assertThat(small.receive(delivery, new ByteArrayInputStream(large)))
                    .isEqualTo(new FeedStore.Received.TooLarge(2 << 20)));
    InputStream cut =
        new SequenceInputStream(
            new ByteArrayInputStream(large, 0, 1 << 20),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the line is cut");
              }

              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                return read();
              }
            });
    assertThatThrownBy(() -> small.receive(delivery, cut)).hasMessage("the line is cut");
    assertThat(
            books.text(
                "select (select count(*) from feed) || ' ' || (select count(*) from feed_chunk)"))
        .isEqualTo("0 0");
  }

  @Test
  void aNameDecidesNothingAndWritesNothing() {
    byte[] feed = Feed.of(bank, DAY, 1, loan("J1", "1")).bytes();
    HttpResponse<String> answer =
        department.send(
            department
                .request("/api/credit/feeds", TestTokens.shared().bankToken("HMNS"))
                .header("X-Feed-Signature", bank.sign(feed))
                .header("X-Feed-Name", "../../x'; drop table feed; --%0d%0aSet-Cookie: a=b")
                .POST(BodyPublishers.ofByteArray(feed))
                .build());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(department.read("/api/credit/feeds", Department.lead()).at("/items").size())
        .isEqualTo(1);
  }
}
