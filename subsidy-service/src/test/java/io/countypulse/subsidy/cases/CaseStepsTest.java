package io.countypulse.subsidy.cases;

import static io.countypulse.subsidy.Department.clerk;
import static io.countypulse.subsidy.Department.json;
import static io.countypulse.subsidy.Department.lead;
import static io.countypulse.subsidy.Sheets.away;
import static io.countypulse.subsidy.Sheets.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.subsidy.Department;
import io.countypulse.subsidy.Sheets;
import io.countypulse.subsidy.cases.CaseSteps.Paid;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** A case from being found to being paid (DOMAIN.md § 6). */
class CaseStepsTest {

  private static final LocalDate TODAY = LocalDate.parse(Department.TODAY);
  private static final UUID BATCH = new UUID(0, 1);

  private final Department department = Department.shared().reset();
  private final CaseSteps steps = department.part(CaseSteps.class);
  private final ScopedTransactions transactions = department.part(ScopedTransactions.class);

  @Test
  void aCaseGoesFromFoundToPaid() {
    String id = found(1);
    assertThat(take(id, "APPLIED", clerk("530113")).statusCode()).isEqualTo(200);
    assertThat(take(id, "VERIFIED", clerk("530113")).statusCode()).isEqualTo(200);
    HttpResponse<String> notice =
        department.write(
            "POST",
            "/api/subsidy/cases/" + encoded(id) + "/steps",
            "{\"step\":\"ON_NOTICE\",\"noticeEnds\":\"2024-06-17\"}",
            clerk("530113"));
    assertThat(notice.statusCode()).isEqualTo(200);
    assertThat(code(take(id, "APPROVED", lead()))).isEqualTo("NOTICE_RUNNING");
    noticeEnded(id);
    assertThat(take(id, "APPROVED", lead()).statusCode()).isEqualTo(200);
    assertThat(batch(Step.IN_BATCH, id).moved()).isEqualTo(1);
    assertThat(pay(id, 100_000).moved()).isEqualTo(1);
    JsonNode detail = read(id);
    assertThat(names(detail.at("/steps"), "step"))
        .containsExactly(
            "DETECTED", "APPLIED", "VERIFIED", "ON_NOTICE", "APPROVED", "IN_BATCH", "PAID");
    assertThat(detail.at("/payments/0/amount").asString()).isEqualTo("1000.00");
    assertThat(detail.at("/next").isEmpty()).isFalse();
    assertThat(department.figure("transport.paid", Department.TODAY)).isEqualTo("1");
  }

  @Test
  void whatTheBankSendsBackIsApprovedAndPaidAgain() {
    String id = approved(1);
    batch(Step.IN_BATCH, id);
    pay(id, 100_000);
    Outcome returned = write(() -> steps.take(List.of(id), byBatch(Step.RETURNED, "账号与姓名不符")));
    assertThat(returned.moved()).isEqualTo(1);
    assertThat(department.figure("transport.paid", Department.TODAY)).isEqualTo("0");
    JsonNode item =
        department.read("/api/subsidy/cases?programme=TRANSPORT&unpaid=true").at("/items/0");
    assertThat(item.at("/why").asString()).isEqualTo("银行退回：账号与姓名不符");
    assertThat(take(id, "APPROVED", lead()).statusCode()).isEqualTo(200);
    batch(Step.IN_BATCH, id);
    assertThat(pay(id, 100_000).moved()).isEqualTo(1);
    assertThat(department.figure("transport.paid", Department.TODAY)).isEqualTo("1");
  }

  @Test
  void nobodyVerifiesAndApprovesTheSameCase() {
    String id = found(1);
    for (String step : List.of("APPLIED", "VERIFIED", "ON_NOTICE")) {
      assertThat(take(id, step, lead()).statusCode()).isEqualTo(200);
    }
    noticeEnded(id);
    assertThat(code(take(id, "APPROVED", lead()))).isEqualTo("SAME_PERSON");
    assertThat(department.audited("CASE_STEP_REFUSED", "case:" + id)).contains("SAME_PERSON");
  }

  @Test
  void stepsComeInTheirOrderAndFromThoseWhoMay() {
    String id = found(1);
    assertThat(code(take(id, "VERIFIED", lead()))).isEqualTo("STEP_NOT_ALLOWED");
    assertThat(code(take(id, "PAID", lead()))).isEqualTo("STEP_NOT_ALLOWED");
    assertThat(take(id, "APPLIED", clerk("530102")).statusCode()).isEqualTo(404);
    assertThat(code(take(id, "WITHDRAWN", lead()))).isEqualTo("STEP_WRONG");
    assertThat(code(take(found(2, "2024-04-01"), "APPLIED", lead()))).isEqualTo("NOT_ENTITLED_YET");
    String approved = approved(3);
    assertThat(code(take(approved, "IN_BATCH", lead()))).isEqualTo("NOT_YOUR_STEP");
  }

  @Test
  void nothingIsPaidTwiceOrAboveTheAmountOrTooEarly() {
    String id = approved(1);
    batch(Step.IN_BATCH, id);
    assertThat(pay(id, 100_001).refused().getFirst().code()).isEqualTo(Refusal.ABOVE_AMOUNT);
    assertThat(pay(id, 60_000).moved()).isEqualTo(1);
    assertThat(take(id, "APPROVED", lead()).statusCode()).isEqualTo(200);
    batch(Step.IN_BATCH, id);
    assertThat(pay(id, 40_000).refused().getFirst().code()).isEqualTo(Refusal.PAID_TWICE);
    assertThatThrownBy(() -> insertPayment(id, 40_000, "2024-06-10"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("nobody_is_paid_twice");
    String other = approved(2);
    assertThatThrownBy(() -> insertPayment(other, 100_001, "2024-06-10"))
        .hasMessageContaining("paid above the amount");
    assertThatThrownBy(() -> insertPayment(other, 100_000, "2024-04-30"))
        .hasMessageContaining("paid before entitled");
  }

  @Test
  void aSpellThatFallsAwayWithdrawsTheCaseAndBringsItBackWhereItStood() {
    String id = found(1);
    take(id, "APPLIED", clerk("530113"));
    department.hears(
        "employment.worker.v1",
        worker(1, 2, "2024-06-10", "530113", away("2024-02-01", "2024-04-20")));
    assertThat(read(id).at("/step").asString()).isEqualTo("WITHDRAWN");
    assertThat(code(take(id, "VERIFIED", clerk("530113")))).isEqualTo("STEP_NOT_ALLOWED");
    department.hears(
        "employment.worker.v1", worker(1, 3, "2024-06-10", "530113", away("2024-02-01", "")));
    assertThat(read(id).at("/step").asString()).isEqualTo("APPLIED");
  }

  @Test
  void tenThousandAreApprovedInASetWithinSeconds() {
    department
        .database()
        .sql(
            """
            with made as (
              insert into subsidy_case (id, programme, subject_id, period, county, entitled_from, entitled_fen, step,
                step_from, version, business_date)
              select 'TRANSPORT|M' || n || '|2024', 'TRANSPORT', 'M' || n, 2024, '530113', '2024-05-01', 100000,
                'ON_NOTICE', '2024-05-20', 1, '2024-05-20'
              from generate_series(1, 10000) as n
              returning id
            )
            insert into case_step (case_id, place, step, on_day, by_name, notice_ends)
            select id, place, step, '2024-05-20', 'clerk', '2024-06-01'
            from made cross join (values (1, 'APPLIED'), (2, 'VERIFIED'), (3, 'ON_NOTICE')) as done (place, step)
            """)
        .update();
    Instant begun = Instant.now();
    HttpResponse<String> answer =
        department.write(
            "POST",
            "/api/subsidy/cases/steps",
            "{\"filter\":{\"programme\":\"TRANSPORT\",\"step\":\"ON_NOTICE\"},\"step\":\"APPROVED\"}",
            lead());
    Duration took = Duration.between(begun, Instant.now());
    assertThat(json(answer).at("/moved").asInt()).as(answer.body()).isEqualTo(10_000);
    assertThat(took).isLessThan(Duration.ofSeconds(15));
    System.out.println("10,000 approvals: " + took);
    assertThat(department.events("case")).hasSize(10_000);
  }

  @Test
  void aBulkStepTellsWhoStaysBehindAndWhy() {
    String ready = found(1);
    String ahead = found(2, "2024-04-01");
    HttpResponse<String> answer =
        department.write(
            "POST",
            "/api/subsidy/cases/steps",
            "{\"ids\":[\"%s\",\"%s\",\"TRANSPORT|X|2024\"],\"step\":\"APPLIED\"}"
                .formatted(ready, ahead),
            clerk("530113"));
    JsonNode outcome = json(answer);
    assertThat(outcome.at("/moved").asInt()).isEqualTo(1);
    assertThat(names(outcome.at("/refused"), "code"))
        .containsExactly("NOT_ENTITLED_YET", "NOT_FOUND");
  }

  @Test
  void theWaitingAreListedByCountyWhoeverHasWaitedLongestFirst() {
    found(1, "2024-01-15");
    found(2, "2024-02-20");
    department.hears(
        "employment.worker.v1", worker(3, 1, "2024-03-10", "530102", away("2024-03-01", "")));
    JsonNode waiting = department.read("/api/subsidy/waiting");
    assertThat(waiting.at("/waiting").asInt()).isEqualTo(3);
    assertThat(waiting.at("/amount").asString()).isEqualTo("3000.00");
    assertThat(names(waiting.at("/counties"), "county")).containsExactly("530113", "530102");
    assertThat(waiting.at("/counties/0/oldest").asString()).isEqualTo("2024-04-15");
    assertThat(waiting.at("/counties/0/days").asInt()).isEqualTo(57);
    JsonNode people = department.read("/api/subsidy/cases?programme=TRANSPORT&unpaid=true&limit=2");
    assertThat(names(people.at("/items"), "subjectId"))
        .containsExactly(Sheets.person(1), Sheets.person(2));
    JsonNode rest =
        department.read(
            "/api/subsidy/cases?programme=TRANSPORT&unpaid=true&limit=2&after="
                + encoded(people.at("/next").asString()));
    assertThat(names(rest.at("/items"), "subjectId")).containsExactly(Sheets.person(3));
    assertThat(department.read("/api/subsidy/waiting", clerk("530102")).at("/waiting").asInt())
        .isEqualTo(1);
    assertThat(department.get("/api/subsidy/waiting?county=530113", clerk("530102")).statusCode())
        .isEqualTo(403);
    assertThat(
            department.read("/api/subsidy/households/" + Sheets.household(1)).at("/count").asInt())
        .isEqualTo(1);
  }

  private String found(int n) {
    return found(n, "2024-02-01");
  }

  private String found(int n, String start) {
    department.hears("employment.worker.v1", worker(n, 1, "2024-03-10", "530113", away(start, "")));
    return "TRANSPORT|" + Sheets.person(n) + "|2024";
  }

  private String approved(int n) {
    String id = found(n);
    for (String step : List.of("APPLIED", "VERIFIED", "ON_NOTICE")) {
      take(id, step, clerk("530113"));
    }
    noticeEnded(id);
    assertThat(take(id, "APPROVED", lead()).statusCode()).isEqualTo(200);
    return id;
  }

  private void noticeEnded(String id) {
    department
        .database()
        .sql(
            "update case_step set notice_ends = '2024-06-09' where case_id = ? and step = 'ON_NOTICE'")
        .param(id)
        .update();
  }

  private HttpResponse<String> take(String id, String step, String token) {
    return department.write(
        "POST",
        "/api/subsidy/cases/" + encoded(id) + "/steps",
        "{\"step\":\"" + step + "\"}",
        token);
  }

  private Outcome batch(Step step, String id) {
    return write(() -> steps.take(List.of(id), byBatch(step, "")));
  }

  private Outcome pay(String id, long fen) {
    return write(() -> steps.pay(List.of(new Paid(id, fen, "")), byBatch(Step.PAID, "")));
  }

  private static Deed byBatch(Step step, String reason) {
    return Deed.ofBatch(BATCH, "lead", step, TODAY, reason);
  }

  private Outcome write(Supplier<Outcome> work) {
    return transactions.write(CountyScope.city(), work);
  }

  private void insertPayment(String id, long fen, String day) {
    department
        .database()
        .sql(
            "insert into case_payment (case_id, paid_on, fen, made_by) values (?, ?::date, ?, 'somebody')")
        .params(id, day, fen)
        .update();
  }

  private JsonNode read(String id) {
    return department.read("/api/subsidy/cases/" + encoded(id));
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static String code(HttpResponse<String> response) {
    return json(response).at("/code").asString();
  }

  private static List<String> names(JsonNode list, String field) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.get(i).get(field).asString())
        .toList();
  }
}
