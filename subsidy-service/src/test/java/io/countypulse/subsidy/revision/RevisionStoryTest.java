package io.countypulse.subsidy.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The city's department changes what a programme grants. */
class RevisionStoryTest {

  private static final String WAGES = "/api/subsidy/programmes/WORKSHOP_WAGES";
  private static final String TRANSPORT = "/api/subsidy/programmes/TRANSPORT";

  private final Department department = Department.shared().reset();

  /** What is shipped stands again for whoever comes next. */
  @AfterEach
  void asShipped() {
    department
        .database()
        .sql(
            "delete from programme_version where programme in ('TRANSPORT', 'WORKSHOP_WAGES')"
                + " and valid_from > '2021-01-01'")
        .update();
    department.database().sql("update programme set version = 1").update();
  }

  @Test
  void theLeadSeesWhomAChangeConcernsBeforeItIsMade() {
    away("P1", "530113", "2024-01-05");
    away("P2", "530113", "2024-02-05");
    away("P3", "530102", "2024-03-05");
    department.events();

    JsonNode effect =
        json(
            department.write(
                "POST",
                TRANSPORT + "/preview",
                "{\"validFrom\":\"2024-05-01\",\"amount\":800}",
                Department.lead()));
    assertThat(effect.at("/cases").asInt()).as(effect.toString()).isEqualTo(2);
    assertThat(effect.at("/before").asString()).isEqualTo("2000.00");
    assertThat(effect.at("/after").asString()).isEqualTo("1600.00");
    assertThat(effect.at("/counties/0/cases").asInt()).isEqualTo(1);
    assertThat(department.events()).isEmpty();

    HttpResponse<String> changed =
        put("{\"validFrom\":\"2024-05-01\",\"amount\":800,\"reason\":\"市文件〔2024〕8号\"}", 1);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(json(changed).at("/effect/cases").asInt()).isEqualTo(2);
    assertThat(json(changed).at("/detail/changes/0/reason").asString()).isEqualTo("市文件〔2024〕8号");
    assertThat(department.events("case"))
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(event.json().at("/entitled/amount").asString()).isEqualTo("800.00"));
    assertThat(amountOn("2024-04-30")).isEqualTo("1000.00");
    assertThat(amountOn("2024-05-01")).isEqualTo("800.00");
  }

  @Test
  void moneyThatWasSentStaysAsItIs() {
    away("P1", "530113", "2024-02-05");
    department.database().sql("update subsidy_case set paid_fen = 100000, step = 'PAID'").update();
    JsonNode effect =
        json(
            department.write(
                "POST",
                TRANSPORT + "/preview",
                "{\"validFrom\":\"2024-05-01\",\"amount\":\"1200.00\"}",
                Department.lead()));
    assertThat(effect.at("/cases").asInt()).isZero();
    assertThat(effect.at("/paid").asInt()).isEqualTo(1);
  }

  @Test
  void aChangedShareOfWagesIsWorkedOutForTheMonthsItHoldsForAndNothingElse() {
    workshop("W1", "530113");
    workshop("W2", "530102");
    department
        .database()
        .sql("update subsidy_case set paid_fen = 100, step = 'PAID' where subject_id = 'W2'")
        .update();
    department.events();
    String body = "{\"validFrom\":\"2024-05-01\",\"rate\":20,\"reason\":\"市文件〔2024〕9号\"}";

    JsonNode effect = json(department.write("POST", WAGES + "/preview", body, Department.lead()));
    assertThat(effect.at("/cases").asInt()).as(effect.toString()).isEqualTo(1);
    assertThat(effect.at("/before").asString()).isEqualTo("4500.00");
    assertThat(effect.at("/after").asString()).isEqualTo("5250.00");
    assertThat(effect.at("/paid").asInt()).isEqualTo(1);
    assertThat(department.events()).isEmpty();

    HttpResponse<String> changed = put(WAGES, body, 1);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(department.events("case"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.json().at("/entitled/amount").asString()).isEqualTo("5250.00"));
    workshop("W3", "530113");
    assertThat(department.events("case"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.json().at("/entitled/amount").asString()).isEqualTo("5250.00"));
  }

  /** Five at 3,000 yuan in April and May. */
  private void workshop(String id, String county) {
    String posts =
        IntStream.rangeClosed(1, 5)
            .mapToObj(
                "{\"personId\":\"P%d\",\"from\":\"2024-04-01\",\"until\":null,\"monthlyWage\":\"3000.00\"}"
                    ::formatted)
            .collect(Collectors.joining(","));
    department.hears(
        "employment.workshop.v1",
        """
        {"workshopId":"%s","version":1,"county":"%s","posts":[%s],"businessDate":"2024-06-10"}
        """
            .formatted(id, county, posts));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(fieldAtFault("{\"validFrom\":\"2020-05-01\",\"amount\":800,\"reason\":\"x\"}"))
        .isEqualTo("validFrom");
    assertThat(fieldAtFault("{\"validFrom\":\"2024-05-01\",\"amount\":0,\"reason\":\"x\"}"))
        .isEqualTo("amount");
    assertThat(fieldAtFault("{\"validFrom\":\"2024-05-01\",\"amount\":1.005,\"reason\":\"x\"}"))
        .isEqualTo("amount");
    assertThat(
            fieldAtFault(
                "{\"validFrom\":\"2024-05-01\",\"amount\":800,\"rate\":5,\"reason\":\"x\"}"))
        .isEqualTo("rate");
    assertThat(fieldAtFault("{\"validFrom\":\"2024-05-01\",\"amount\":800}")).isEqualTo("reason");
  }

  @Test
  void whoSawAnOlderVersionChangesNothing() {
    String body = "{\"validFrom\":\"2024-05-01\",\"amount\":900,\"reason\":\"x\"}";
    assertThat(put(body, 7).statusCode()).isEqualTo(412);
    assertThat(put(body, 1).statusCode()).isEqualTo(200);
    assertThat(put(body, 1).statusCode()).isEqualTo(412);
  }

  @Test
  void aClerkOrACountysLeadCannotChangeTheCitysProgramme() {
    String body = "{\"validFrom\":\"2024-05-01\",\"amount\":900,\"reason\":\"x\"}";
    assertThat(
            department
                .write("POST", TRANSPORT + "/preview", body, Department.clerk("530113"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            department
                .write(
                    "POST",
                    TRANSPORT + "/preview",
                    body,
                    TestTokens.shared().token("SUBSIDY_LEAD", "530113"))
                .statusCode())
        .isEqualTo(403);
  }

  private void away(String person, String county, String start) {
    department.hears(
        "employment.worker.v1",
        """
        {"personId":"%s","version":1,"householdId":"H1","businessDate":"2024-06-10",
         "residence":[{"county":"%s"}],"spells":[{"start":"%s","end":"2024-12-20","area":"OUT_OF_PROVINCE"}]}
        """
            .formatted(person, county, start));
  }

  private String amountOn(String day) {
    return department
        .read("/api/subsidy/programmes?asOf=" + day, Department.lead())
        .at("/items/0/terms/amount")
        .asString();
  }

  private String fieldAtFault(String body) {
    HttpResponse<String> answer = put(body, 1);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return Department.json(answer).at("/field").asString();
  }

  private HttpResponse<String> put(String body, long version) {
    return put(TRANSPORT, body, version);
  }

  private HttpResponse<String> put(String path, String body, long version) {
    return department.send(
        department
            .request(path, Department.lead())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"" + version + "\"")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Department.json(answer);
  }
}
