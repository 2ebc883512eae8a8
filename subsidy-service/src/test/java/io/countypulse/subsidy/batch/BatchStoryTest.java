package io.countypulse.subsidy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Approved cases go to the bank, and what it answers comes back. */
class BatchStoryTest {

  private static final String BATCHES = "/api/subsidy/batches";
  private static final String MAKER =
      TestTokens.shared().tokenOf("maker", "SUBSIDY_LEAD", "530100");
  private static final String SEALER =
      TestTokens.shared().tokenOf("sealer", "SUBSIDY_LEAD", "530100");

  private final Department department = Department.shared().reset();

  @BeforeEach
  void threeAreApproved() {
    away("P1", "2024-01-05");
    away("P2", "2024-02-05");
    away("P3", "2024-03-05");
    away("P4", "2024-03-05");
    department
        .database()
        .sql(
            """
            with approved as (
              update subsidy_case set step = 'APPROVED', step_from = '2024-06-07'
              where subject_id <> 'P4' and period = 2024 returning id
            )
            insert into case_step (case_id, place, step, on_day, by_name)
            select id, 1, 'APPROVED', '2024-06-07', 'lead' from approved
            """)
        .update();
    department.events();
  }

  @Test
  void paidReturnedAndPaidAgain() {
    JsonNode batch = made();
    assertThat(batch.at("/lines").asInt()).isEqualTo(3);
    assertThat(batch.at("/amount").asString()).isEqualTo("3000.00");
    assertThat(steps("IN_BATCH")).hasSize(3);

    assertThat(get(batch, "/file").statusCode()).isEqualTo(409);
    assertThat(post(batch, "/seal", MAKER).statusCode()).isEqualTo(403);
    JsonNode sealed = Department.json(post(batch, "/seal", SEALER));
    String file = get(batch, "/file").body();
    String number = batch.at("/number").asString();
    assertThat(file)
        .startsWith(
            "H," + number + ",跨省务工交通补助,2024-06-10,3,3000.00\r\nD,1,TRANSPORT|P1|2024,H1,P1,")
        .endsWith("1000.00\r\n");
    assertThat(sealed.at("/sha256").asString()).isEqualTo(sha256(file));

    JsonNode outcome =
        answered(
            batch,
            "H," + number + ",2\nD,1,1000.00,成功,2024-06-10,\nD,2,1000.00,失败,2024-06-10,账号错误\n");
    assertThat(outcome.at("/paid").asInt()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.at("/returned").asInt()).isEqualTo(1);
    assertThat(steps("PAID")).containsExactly("TRANSPORT|P1|2024");
    assertThat(steps("RETURNED")).containsExactly("TRANSPORT|P2|2024");
    assertThat(
            department
                .read(BATCHES + "/" + batch.at("/id").asString(), MAKER)
                .at("/returned/0/reason")
                .asString())
        .isEqualTo("账号错误");
    JsonNode paid =
        department.events("case").stream()
            .map(Department.Event::json)
            .filter(event -> event.at("/subjectId").asString().equals("P1"))
            .toList()
            .getLast();
    assertThat(paid.at("/payments/0/amount").asString()).isEqualTo("1000.00");

    outcome = answered(batch, "H," + number + ",1\nD,1,1000.00,失败,2024-06-10,销户\n");
    assertThat(outcome.at("/returned").asInt()).isEqualTo(1);
    assertThat(steps("PAID")).isEmpty();
    assertThat(steps("RETURNED")).hasSize(2);
  }

  @Test
  void theSameAnswerTwiceChangesNothing() {
    JsonNode batch = sealed();
    String file = "H," + batch.at("/number").asString() + ",1\nD,1,1000.00,成功,2024-06-10,\n";
    assertThat(answered(batch, file).at("/paid").asInt()).isEqualTo(1);
    department.events();
    JsonNode again = answered(batch, file);
    assertThat(again.at("/paid").asInt()).isZero();
    assertThat(again.at("/unchanged").asInt()).isEqualTo(1);
    assertThat(department.events()).isEmpty();
  }

  @Test
  void resultsOfAnotherBatchAreRefused() {
    JsonNode batch = sealed();
    HttpResponse<String> answer =
        results(
            batch, "H,TRANSPORT-2019-0007,1\nD,1,1000.00,成功,2024-06-10,\n", StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("RESULT_OF_OTHER_BATCH");
    assertThat(department.audited("BATCH_RESULT_REFUSED", "batch:" + batch.at("/id").asString()))
        .containsExactly("RESULT_OF_OTHER_BATCH");
    assertThat(steps("IN_BATCH")).hasSize(3);
  }

  @Test
  void resultsAreTakenWholeOrNotAtAll() {
    JsonNode batch = sealed();
    String header = "H," + batch.at("/number").asString();
    assertThat(
            refusal(batch, header + ",2\nD,1,1000.00,成功,2024-06-10,\nD,9,1000.00,成功,2024-06-10,\n"))
        .isEqualTo("LINE_UNKNOWN");
    assertThat(refusal(batch, header + ",1\nD,1,1000.01,成功,2024-06-10,\n"))
        .isEqualTo("AMOUNT_DIFFERS");
    assertThat(refusal(batch, header + ",1\nD,1,1000.00,成功,2024-06-11,\n"))
        .isEqualTo("DAY_IMPOSSIBLE");
    assertThat(refusal(batch, header + ",1\nD,1,1000.00,成功,2024-04-01,\n"))
        .isEqualTo("PAID_BEFORE_ENTITLED");
    assertThat(refusal(batch, header + ",3\nD,1,1000.00,成功,2024-06-10,\n"))
        .isEqualTo("COUNT_MISMATCH");
    assertThat(refusal(batch, header + ",1\nD,1,1000.00,也许,2024-06-10,\n"))
        .isEqualTo("RESULT_UNKNOWN");
    assertThat(refusal(batch, "随便写的")).isEqualTo("HEADER_MISSING");
    assertThat(steps("IN_BATCH")).hasSize(3);
  }

  @Test
  void theBankMayAnswerInItsOwnEncoding() {
    JsonNode batch = sealed();
    String file = "H," + batch.at("/number").asString() + ",1\nD,3,1000.00,失败,2024-06-10,户名不符\n";
    assertThat(results(batch, file, Charset.forName("GB18030")).statusCode()).isEqualTo(200);
    assertThat(steps("RETURNED")).containsExactly("TRANSPORT|P3|2024");
  }

  @Test
  void nobodyIsOnTheWayTwice() {
    made();
    HttpResponse<String> second =
        department.write("POST", BATCHES, "{\"programme\":\"TRANSPORT\"}", MAKER);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("NOTHING_TO_PAY");
  }

  @Test
  void aBatchIsTakenBackOnlyBeforeItIsSealed() {
    JsonNode batch = made();
    assertThat(post(batch, "/withdraw", MAKER).statusCode()).isEqualTo(200);
    assertThat(steps("APPROVED")).hasSize(3);
    JsonNode second = sealed();
    assertThat(post(second, "/withdraw", MAKER).statusCode()).isEqualTo(409);
  }

  @Test
  void aClerkMakesNoBatch() {
    assertThat(
            department
                .write("POST", BATCHES, "{\"programme\":\"TRANSPORT\"}", Department.clerk("530113"))
                .statusCode())
        .isEqualTo(403);
  }

  private void away(String person, String start) {
    department.hears(
        "employment.worker.v1",
        """
        {"personId":"%s","version":1,"householdId":"H1","businessDate":"2024-06-10",
         "residence":[{"county":"530113"}],"spells":[{"start":"%s","end":"2024-12-20","area":"OUT_OF_PROVINCE"}]}
        """
            .formatted(person, start));
  }

  private JsonNode made() {
    HttpResponse<String> answer =
        department.write("POST", BATCHES, "{\"programme\":\"TRANSPORT\",\"period\":2024}", MAKER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Department.json(answer);
  }

  private JsonNode sealed() {
    JsonNode batch = made();
    assertThat(post(batch, "/seal", SEALER).statusCode()).isEqualTo(200);
    return batch;
  }

  private HttpResponse<String> post(JsonNode batch, String what, String token) {
    return department.write("POST", BATCHES + "/" + batch.at("/id").asString() + what, "{}", token);
  }

  private HttpResponse<String> get(JsonNode batch, String what) {
    return department.get(BATCHES + "/" + batch.at("/id").asString() + what, MAKER);
  }

  private HttpResponse<String> results(JsonNode batch, String file, Charset charset) {
    return department.send(
        department
            .request(BATCHES + "/" + batch.at("/id").asString() + "/results", MAKER)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArray(file.getBytes(charset)))
            .build());
  }

  private JsonNode answered(JsonNode batch, String file) {
    HttpResponse<String> answer = results(batch, file, StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Department.json(answer);
  }

  private String refusal(JsonNode batch, String file) {
    HttpResponse<String> answer = results(batch, file, StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return Department.json(answer).at("/code").asString();
  }

  private List<String> steps(String step) {
    return department
        .database()
        .sql("select id from subsidy_case where step = ? order by id")
        .param(step)
        .query(String.class)
        .list();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
