package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.platform.audit.Actor;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways the world goes wrong for a feed. */
class FeedFaultsTest {

  private static final String DAY = "2024-06-07";

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");

  @Test
  void ofTheSameFeedSentAtOnceOneWins() throws Exception {
    byte[] feed = Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2", "100")).bytes();
    List<String> states = atOnce(4, _ -> () -> department.send(bank, feed).state());
    assertThat(states).containsExactlyInAnyOrder("ACCEPTED", "UNCHANGED", "UNCHANGED", "UNCHANGED");
    assertThat(department.events("loan")).hasSize(2);
  }

  @Test
  void aCorrectionStandsThoughTheFirstWordIsSentAgain() {
    Feed first = Feed.of(bank, DAY, 1, loan("J1", "48000"));
    department.send(bank, first);
    Answer corrected = department.send(bank, Feed.of(bank, DAY, 2, loan("J1", "47000")));
    assertThat(corrected.receipt().at("/differences/outstanding/before").asString())
        .isEqualTo("48000.00");
    assertThat(department.send(bank, first).state()).isEqualTo("UNCHANGED");
    assertThat(outstanding(DAY)).isEqualTo("47000.00");
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
    assertThat(lineCut.state()).isIn("REFUSED", "ACCEPTED");
    assertThat(lineCut.rows().get(0)).as("the cut row is not taken").isLessThanOrEqualTo(1);
    assertThat(department.send(bank, new byte[0]).state()).isEqualTo("REFUSED");
  }

  @Test
  void anEncodingIsReadRightOrRefused() {
    String text = Feed.of(bank, DAY, 1, loan("J1", "48000")).text();
    Answer answer = department.send(bank, text.getBytes(UTF_16));
    assertThat(answer.state()).as(answer.body().toString()).isIn("ACCEPTED", "REFUSED");
    if (answer.state().equals("ACCEPTED")) {
      assertThat(answer.rows()).containsExactly(1, 0, 0);
    }
    assertThat(text("select coalesce(string_agg(county, ''), '530113') from loan"))
        .isEqualTo("530113");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufffd", "\0"})
  void aLineWithBytesThatAreNoCharactersComesBackAlone(String sign) {
    Answer answer =
        department.send(bank, Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2" + sign, "100")));
    assertThat(answer.rows()).as(answer.body().toString()).containsExactly(1, 0, 1);
  }

  @Test
  void aLineWithInvalidBytesComesBackAlone() {
    byte[] feed = Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2?", "100")).bytes();
    for (int place = 0; place < feed.length; place++) {
      feed[place] = feed[place] == '?' ? (byte) 0xff : feed[place];
    }
    Answer answer = department.send(bank, feed);
    assertThat(answer.rows()).as(answer.body().toString()).containsExactly(1, 0, 1);
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
    assertThat(loans()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1",
        "@SUM(1)",
        "'; drop table loan; --",
        "${jndi:ldap://x}"
      })
  void whatWouldRunElsewhereIsInertHere(String text) {
    String quoted = '"' + text.replace("\"", "\"\"") + '"';
    Answer answer =
        department.send(
            bank,
            Feed.of(
                bank,
                DAY,
                1,
                loan("J1", "48000"),
                loan("J2", "100").replace("HJ2", quoted),
                loan("J3", "100").replace("东川区", quoted)));
    assertThat(answer.state()).isEqualTo("ACCEPTED");
    assertThat(answer.rows()).containsExactly(2, 0, 1);
    assertThat(answer.flags()).containsEntry("UNKNOWN_COUNTY", 1);
    String refused =
        department.get("/api/credit/feeds/" + answer.id() + "/refused", Department.lead()).body();
    assertThat(refused).doesNotContainPattern("(^|,|\")[=+@]");
    assertThat(loans()).isEqualTo(2);
  }

  @Test
  void raggedRowsAndWrongDelimitersAreIsolated() {
    String good = loan("J1", "48000");
    String text =
        String.join(
            "\r\n",
            "H,HMNS," + DAY + ",1,4,48000,0",
            good,
            "D;J2;HJ2;东川区;2024-02-03",
            "D,J3,HJ3",
            "\"D\",\"J4\",\"H\"\"J4\",\"东川区\",2024-02-03,2027-02-03,50000,4.35,0,0,,正常");
    Answer answer = department.send(bank, text.getBytes(UTF_8));
    assertThat(answer.rows()).as(answer.body().toString()).containsExactly(1, 0, 3);
    assertThat(
            answer
                .receipt()
                .at("/refusals")
                .valueStream()
                .map(refusal -> refusal.at("/line").asInt()))
        .containsExactly(3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "1000000000000000",
        "1 000",
        "1.2e3",
        "NaN",
        "5万元",
        "０",
        "0.001",
        "1000.5.0"
      })
  void moneyIsDecimalYuanAndNothingElse(String amount) {
    Answer answer =
        department.send(bank, Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2", amount)));
    assertThat(answer.state()).isIn("ACCEPTED", "REFUSED");
    assertThat(
            text(
                "select coalesce(sum(balance_fen), 0)::text from loan_position where loan_id ="
                    + " 'HMNS|J2'"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"2024-06-11", "2024-02-30", "45326", "2024-06-07T16:00:00Z"})
  void daysAreLocalDatesThatHaveCome(String issued) {
    Answer answer =
        department.send(
            bank,
            Feed.of(
                bank,
                DAY,
                1,
                loan("J1", "48000"),
                loan("J2", "100").replace("2024-02-03", issued)));
    assertThat(answer.rows()).as(answer.body().toString()).containsExactly(1, 0, 1);
  }

  @Test
  void aReversalRestoresTheFigureAndKeepsTheHistory() {
    department.send(bank, Feed.of(bank, "2024-06-05", 1, loan("J1", "48000")));
    department.send(bank, Feed.of(bank, "2024-06-06", 2, loan("J1", "40000")));
    department.send(bank, Feed.of(bank, DAY, 3, loan("J1", "48000")));
    assertThat(List.of(outstanding("2024-06-05"), outstanding("2024-06-06"), outstanding(DAY)))
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
    assertThat(List.of(outstanding("2024-03-01"), outstanding("2024-05-01"), outstanding(DAY)))
        .containsExactly("48000.00", "45000.00", "40000.00");
  }

  @Test
  void aSignatureOfOtherBytesOrOfAnotherBankIsWorthNothing() {
    int audited =
        Integer.parseInt(
            text("select count(*)::text from audit_entry where subject like 'feed:%'"));
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
    assertThat(outstanding(DAY)).isEqualTo("48000.00");
    assertThat(text("select count(*)::text from audit_entry where subject like 'feed:%'"))
        .as("every one of the five is in the audit log")
        .isEqualTo(Integer.toString(audited + 5));
  }

  @Test
  void anotherBanksLoansOfTheSameNumberAreOtherLoans() {
    TestBank other = department.bank("JSCZ");
    department.send(bank, Feed.of(bank, DAY, 1, loan("J1", "48000")));
    department.send(other, Feed.of(other, DAY, 1, loan("J1", "1000")));
    department.send(other, Feed.of(other, "2024-06-10", 2));
    assertThat(outstanding("2024-06-10")).isEqualTo("48000.00");
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
    assertThat(deep.state()).as(deep.body().toString()).isIn("REFUSED", "ACCEPTED");
    assertThat(deep.rows().getFirst()).isZero();
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

  @Test
  void aHundredFeedsAtOnceAreAllApplied() throws Exception {
    List<TestBank> banks = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      banks.add(department.bank("B" + number));
    }
    List<String> states =
        atOnce(
            100,
            number ->
                () -> {
                  TestBank sender = banks.get(number / 10);
                  int day = number % 10 + 1;
                  String date = "2024-05-%02d".formatted(day);
                  String[] rows = new String[20];
                  Arrays.setAll(rows, row -> loan("J" + row, Integer.toString(1000 + day)));
                  return department.send(sender, Feed.of(sender, date, day, rows)).state();
                });
    assertThat(states).hasSize(100).containsOnly("ACCEPTED");
    for (int day = 1; day <= 10; day++) {
      assertThat(outstandingOfAll("2024-05-%02d".formatted(day)))
          .isEqualTo(200 * (1000 + day) + ".00");
    }
  }

  @Test
  void feedsOfABankAreAppliedInTheOrderTheyCame() throws Exception {
    FeedStore store = department.part(FeedStore.class);
    List<TestBank> banks = List.of(department.bank("B1"), department.bank("B2"));
    UUID last = new UUID(0, 0);
    for (int day = 1; day <= 9; day++) {
      for (TestBank each : banks) {
        byte[] feed =
            Feed.of(each, "2024-05-0" + day, day, loan("J1", Integer.toString(100 + day))).bytes();
        Delivery delivery =
            new Delivery(
                Delivery.Door.HTTPS, each.code(), "", each.sign(feed), Actor.service("test"));
        FeedStore.Received received = store.receive(delivery, new ByteArrayInputStream(feed));
        last = ((FeedStore.Received.Stored) received).id();
      }
    }
    department.part(FeedQueue.class).await(last, Duration.ofSeconds(30));
    Eventually.holds(
        "all are answered",
        Duration.ofSeconds(30),
        () -> text("select count(*)::text from feed where status = 'ACCEPTED'").equals("18"));
    assertThat(
            text(
                """
                select count(*)::text from (
                  select finished_at < lag(finished_at) over (partition by bank order by id) as early from feed
                ) as ordered where early
                """))
        .isEqualTo("0");
    assertThat(department.events("loan"))
        .extracting(event -> event.json().at("/positions").size())
        .as("each after the one before: never a day put in between")
        .containsExactlyInAnyOrder(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9);
  }

  @Test
  void invisibleSignsMakeNoOtherHousehold() {
    Answer answer =
        department.send(
            bank,
            Feed.of(
                bank, DAY, 1, loan("J1", "1").replace("HJ1", "H9\u202e"), loan("J2\u200b", "1")));
    assertThat(answer.state()).isEqualTo("ACCEPTED");
    assertThat(text("select string_agg(household_id || ' ' || id, ',' order by id) from loan"))
        .isIn("H9 HMNS|J1,HJ2 HMNS|J2", "H9 HMNS|J1", "HJ2 HMNS|J2");
  }

  private static <T> List<T> atOnce(int times, java.util.function.IntFunction<Callable<T>> task)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int number = 0; number < times; number++) {
        tasks.add(task.apply(number));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private String outstanding(String day) {
    return department.cell("credit.outstanding", "530113", day).at("/value").asString();
  }

  private String outstandingOfAll(String day) {
    return department.cell("credit.outstanding", "530100", day).at("/value").asString();
  }

  private int loans() {
    return department.database().sql("select count(*) from loan").query(Integer.class).single();
  }

  private String text(String sql) {
    return department.database().sql(sql).query(String.class).single();
  }
}
