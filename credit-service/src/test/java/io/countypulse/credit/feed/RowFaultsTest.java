package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with a row: it comes back alone, with its line, and the others go in. */
class RowFaultsTest {

  private static final String DAY = "2024-06-07";

  private final Department department = Department.shared().reset();
  private final Books books = new Books(department);
  private final TestBank bank = department.bank("HMNS");

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
    assertThat(books.loans()).isEqualTo(2);
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
      strings = {"-1", "100000000000", "1 000", "1.2e3", "NaN", "5万元", "０", "0.001", "1000.5.0"})
  void moneyIsDecimalYuanAndNothingElse(String amount) {
    Answer answer =
        department.send(bank, Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2", amount)));
    assertThat(answer.state()).as(answer.body().toString()).isEqualTo("ACCEPTED");
    assertThat(answer.rows()).containsExactly(1, 0, 1);
    assertThat(
            books.text(
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
  void invisibleSignsMakeNoOtherHousehold() {
    Answer answer =
        department.send(
            bank,
            Feed.of(
                bank, DAY, 1, loan("J1", "1").replace("HJ1", "H9\u202e"), loan("J2\u200b", "1")));
    assertThat(answer.state()).isEqualTo("ACCEPTED");
    assertThat(
            books.text("select string_agg(household_id || ' ' || id, ',' order by id) from loan"))
        .isEqualTo("H9 HMNS|J1,HJ2 HMNS|J2");
  }
}
