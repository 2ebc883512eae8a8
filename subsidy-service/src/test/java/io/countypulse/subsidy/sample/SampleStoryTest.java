package io.countypulse.subsidy.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom to call is drawn by chance, and anybody can draw the same again. */
class SampleStoryTest {

  private static final String SAMPLES = "/api/subsidy/samples";

  private final Department department = Department.shared().reset();

  @BeforeEach
  void peopleOfThreeCounties() {
    department
        .database()
        .sql(
            """
            insert into person (id, household_id, county, detected_to, version)
            select 'P' || county || n, 'H' || n, county, 2024, 1
            from unnest(array['530102', '530113', '530129'], array[3, 40, 60]) as t (county, people),
              generate_series(1, people) as n
            """)
        .update();
  }

  @Test
  void everyCountyHasAsManyOrAllItHas() {
    JsonNode sample = drawn(10, 7);
    assertThat(sample.at("/people").asInt()).isEqualTo(23);
    assertThat(sample.at("/seed").asLong()).isEqualTo(7);
    assertThat(byCounty(sample)).isEqualTo(Map.of("530102", 3L, "530113", 10L, "530129", 10L));
  }

  @Test
  void theSameSeedDrawsTheSamePeople() {
    List<String> first = people(drawn(10, 7));
    assertThat(people(drawn(10, 7))).isEqualTo(first);
    assertThat(people(drawn(10, 8))).isNotEqualTo(first);
  }

  @Test
  void whoWasCalledInTheMonthIsNotDrawnAgain() {
    String called = people(drawn(1, 7)).getLast();
    call(called, "530129", "2024-06-03");
    assertThat(people(drawn(60, 7))).doesNotContain(called).hasSize(3 + 40 + 59);
  }

  @Test
  void aSampleTellsHowManyWereCalled() {
    JsonNode sample = drawn(10, 7);
    call(people(sample).getFirst(), "530102", "2024-06-03");
    JsonNode now = department.read(SAMPLES + "/" + sample.at("/id").asString());
    assertThat(now.at("/sample/called").asInt()).isEqualTo(1);
    assertThat(now.at("/people/0/outcome").asString()).isEqualTo("NO_ANSWER");
  }

  @Test
  void theSheetIsASpreadsheetAndItsTakingIsAudited() {
    JsonNode sample = drawn(10, 7);
    HttpResponse<byte[]> sheet = sheet(sample, Department.clerk("530113"));
    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(sheet.body()).startsWith('P', 'K');
    assertThat(
            department
                .database()
                .sql("select count(*) from audit_entry where action = 'CALL_SHEET_TAKEN'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void aClerkSeesTheOwnCountysPeopleOnly() {
    JsonNode sample = drawn(10, 7);
    JsonNode seen =
        department.read(SAMPLES + "/" + sample.at("/id").asString(), Department.clerk("530113"));
    assertThat(seen.at("/people")).hasSize(10);
    assertThat(
            department
                .write("POST", SAMPLES, "{\"perCounty\":5}", Department.clerk("530113"))
                .statusCode())
        .isEqualTo(403);
  }

  private JsonNode drawn(int perCounty, long seed) {
    HttpResponse<String> answer =
        department.write(
            "POST",
            SAMPLES,
            "{\"month\":\"2024-06\",\"perCounty\":%d,\"seed\":%d}".formatted(perCounty, seed),
            Department.lead());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Department.json(answer);
  }

  private void call(String person, String county, String day) {
    HttpResponse<String> answer =
        department.write(
            "POST",
            "/api/subsidy/calls",
            "{\"county\":\"%s\",\"personId\":\"%s\",\"date\":\"%s\",\"outcome\":\"NO_ANSWER\"}"
                .formatted(county, person, day),
            Department.lead());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private List<String> people(JsonNode sample) {
    return department
        .read(SAMPLES + "/" + sample.at("/id").asString())
        .at("/people")
        .valueStream()
        .map(person -> person.at("/personId").asString())
        .toList();
  }

  private Map<String, Long> byCounty(JsonNode sample) {
    Map<String, Long> counts = new TreeMap<>();
    department
        .read(SAMPLES + "/" + sample.at("/id").asString())
        .at("/people")
        .forEach(person -> counts.merge(person.at("/county").asString(), 1L, Long::sum));
    return counts;
  }

  private HttpResponse<byte[]> sheet(JsonNode sample, String token) {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          department
              .request(SAMPLES + "/" + sample.at("/id").asString() + "/sheet", token)
              .GET()
              .build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
