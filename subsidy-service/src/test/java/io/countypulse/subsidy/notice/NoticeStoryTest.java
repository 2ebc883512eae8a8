package io.countypulse.subsidy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Citizens read who is to be paid, and object in time. */
class NoticeStoryTest {

  private static final String NOTICES = "/api/subsidy/notices";

  private final Department department = Department.shared().reset();

  @BeforeEach
  void twoAreOnNotice() {
    onNotice("P53011300001", "2024-06-12");
    onNotice("P53011300002", "2024-06-09");
  }

  @Test
  void everybodyReadsTheNoticeAndNobodyANumberInFull() {
    HttpResponse<String> answer = anybody("GET", NOTICES, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode page = Department.json(answer);
    assertThat(page.at("/count").asInt()).isEqualTo(1);
    assertThat(page.at("/items/0/who").asString()).isEqualTo("P53*****0001");
    assertThat(page.at("/items/0/amount").asString()).isEqualTo("1000.00");
    assertThat(page.at("/items/0/ends").asString()).isEqualTo("2024-06-12");
    assertThat(anybody("GET", "/api/subsidy/objections", "").statusCode()).isEqualTo(401);
    assertThat(anybody("GET", "/api/subsidy/batches", "").statusCode()).isEqualTo(401);
  }

  @Test
  void anObjectionIsTakenDecidedAndKeptInBetween() {
    HttpResponse<String> taken = object("P53011300001", "他今年二月已回乡");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    JsonNode open =
        department.read("/api/subsidy/objections?state=OPEN", Department.clerk("530113"));
    assertThat(open.at("/items/0/text").asString()).isEqualTo("他今年二月已回乡");
    assertThat(department.read("/api/subsidy/objections", Department.clerk("530102")).at("/items"))
        .isEmpty();
    assertThat(
            department
                .database()
                .sql("select encode(text_encrypted, 'escape') like '%二月%' from case_objection")
                .query(Boolean.class)
                .single())
        .isFalse();

    String decide =
        "/api/subsidy/objections/" + Department.json(taken).at("/id").asString() + "/decide";
    String body = "{\"upheld\":false,\"answer\":\"经核实仍在省外务工\"}";
    assertThat(department.write("POST", decide, body, Department.lead()).statusCode())
        .isEqualTo(200);
    assertThat(department.write("POST", decide, body, Department.lead()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anObjectionAfterTheEndIsRefusedWithAClearText() {
    HttpResponse<String> late = object("P53011300002", "太晚了");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(department.audited("OBJECTION_REFUSED", "case:TRANSPORT|P53011300002|2024"))
        .contains("NOTICE_OVER");
    assertThat(Department.json(late).at("/code").asString()).isEqualTo("NOTICE_OVER");
    assertThat(Department.json(late).at("/detail").asString()).contains("2024-06-09");
    assertThat(object("P999", "没有这个人").statusCode()).isEqualTo(404);
    assertThat(object("P53011300001", " ").statusCode()).isEqualTo(422);
  }

  @Test
  void nothingIsApprovedWhileAnObjectionIsOpen() {
    String id = "TRANSPORT|P53011300002|2024";
    department
        .database()
        .sql(
            """
            insert into case_objection (case_id, county, text_encrypted, made_on)
            values (?, '530113', '\\x00', '2024-06-09')
            """)
        .param(id)
        .update();
    HttpResponse<String> refused = approved(id);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(Department.json(refused).at("/code").asString()).isEqualTo("OBJECTION_OPEN");
    department
        .database()
        .sql("update case_objection set state = 'DISMISSED', decided_by = 'lead'")
        .update();
    assertThat(approved(id).statusCode()).isEqualTo(200);
  }

  @Test
  void nothingIsApprovedOnANoticeToWhichAnObjectionWasUpheld() {
    String id = "TRANSPORT|P53011300002|2024";
    department
        .database()
        .sql(
            """
            insert into case_objection (case_id, county, text_encrypted, made_on, state, answer, decided_by)
            values (?, '530113', '\\x00', '2024-06-09', 'UPHELD', '属实', 'lead')
            """)
        .param(id)
        .update();
    HttpResponse<String> refused = approved(id);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(Department.json(refused).at("/code").asString()).isEqualTo("OBJECTION_UPHELD");
    department.database().sql("update case_step set recorded_at = now()").update();
    assertThat(approved(id).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> approved(String id) {
    return department.write(
        "POST",
        "/api/subsidy/cases/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/steps",
        "{\"step\":\"APPROVED\"}",
        Department.lead());
  }

  private void onNotice(String person, String ends) {
    department.hears(
        "employment.worker.v1",
        """
        {"personId":"%s","version":1,"householdId":"H1","businessDate":"2024-06-10",
         "residence":[{"county":"530113"}],
         "spells":[{"start":"2024-01-05","end":"2024-12-20","area":"OUT_OF_PROVINCE"}]}
        """
            .formatted(person));
    department
        .database()
        .sql("update subsidy_case set step = 'ON_NOTICE' where subject_id = ?")
        .param(person)
        .update();
    department
        .database()
        .sql(
            """
            insert into case_step (case_id, place, step, on_day, by_name, notice_ends)
            values ('TRANSPORT|' || ? || '|2024', 1, 'ON_NOTICE', '2024-06-05', 'lead', ?::date)
            """)
        .param(person)
        .param(ends)
        .update();
  }

  private HttpResponse<String> object(String person, String text) {
    return anybody(
        "POST",
        NOTICES + "/objections",
        "{\"caseId\":\"TRANSPORT|%s|2024\",\"text\":\"%s\"}".formatted(person, text));
  }

  /** Without a token. */
  private HttpResponse<String> anybody(String method, String path, String body) {
    return department.send(
        department
            .request(path, null)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }
}
