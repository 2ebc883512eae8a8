package io.countypulse.bench;

import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten thousand cases approved at once, and a payment file of a hundred thousand lines. Cases are
 * put where they stand by SQL; each round's are others.
 */
final class ApprovalSpeed {
  private static final int APPROVED = 10_000;
  private static final int LINES = 100_000;

  /** The notice of each is over, or it is approved already. */
  private static final String CASES =
      """
      with made as (
        insert into subsidy_case (id, programme, subject_id, period, household_id, county, entitled_from,
          entitled_fen, detected_on, step, step_from, version, business_date)
        select 'TRANSPORT|B' || round || '-' || n || '|2024', 'TRANSPORT', 'B' || round || '-' || n, 2024,
          'H' || round || '-' || n, '530113', '2024-04-01', 100000, '2024-04-01', last, '2024-06-01', 1, '2024-06-01'
        from generate_series(1, ?) as n, (values (?, ?)) as told (round, last)
        returning id, step
      )
      insert into case_step (case_id, place, step, on_day, by_name, notice_ends)
      select id, place, taken, '2024-06-01', 'clerk', case taken when 'ON_NOTICE' then '2024-06-05'::date end
      from made cross join unnest(array['APPLIED', 'VERIFIED', 'ON_NOTICE', 'APPROVED']) with ordinality
        as steps (taken, place)
      where place <= 3 or step = 'APPROVED'
      """;

  private final ServiceProcess subsidy;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String maker = TestTokens.shared().tokenOf("maker", "SUBSIDY_LEAD", "530100");
  private final String sealer = TestTokens.shared().tokenOf("sealer", "SUBSIDY_LEAD", "530100");

  private ApprovalSpeed(ServiceProcess subsidy) {
    this.subsidy = subsidy;
  }

  /** Prints what was measured in so many rounds, after one that is not. */
  static void print(ServiceProcess subsidy, int rounds)
      throws IOException, InterruptedException, SQLException {
    ApprovalSpeed speed = new ApprovalSpeed(subsidy);
    double[] approved = new double[rounds];
    speed.approved(0);
    for (int round = 0; round < rounds; round++) {
      approved[round] = speed.approved(round + 1);
    }
    System.out.printf(
        "%n批准 approval of %d cases %s (target ≤ 5)%n", APPROVED, Spread.of(approved).format("s"));
    speed.file();
  }

  private double approved(int round) throws IOException, InterruptedException, SQLException {
    cases(APPROVED, "r" + round, "ON_NOTICE");
    long begun = System.nanoTime();
    HttpResponse<String> answer =
        post(
            "/api/subsidy/cases/steps",
            "{\"filter\":{\"programme\":\"TRANSPORT\",\"step\":\"ON_NOTICE\"},\"step\":\"APPROVED\"}",
            sealer);
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (answer.statusCode() != 200 || json(answer).get("moved").asInt() != APPROVED) {
      throw new IllegalStateException(answer.body());
    }
    return seconds;
  }

  private void file() throws IOException, InterruptedException, SQLException {
    try (Connection owner = subsidy.owner();
        var count =
            owner
                .createStatement()
                .executeQuery("select count(*) from subsidy_case where step = 'APPROVED'")) {
      count.next();
      cases(LINES - count.getInt(1), "file", "APPROVED");
    }
    long begun = System.nanoTime();
    HttpResponse<String> made =
        post("/api/subsidy/batches", "{\"programme\":\"TRANSPORT\",\"period\":2024}", maker);
    double making = (System.nanoTime() - begun) / 1e9;
    if (made.statusCode() != 201) {
      throw new IllegalStateException(made.body());
    }
    String batch = "/api/subsidy/batches/" + json(made).get("id").asString();
    begun = System.nanoTime();
    HttpResponse<String> sealed = post(batch + "/seal", "{}", sealer);
    if (sealed.statusCode() != 200) {
      throw new IllegalStateException(sealed.body());
    }
    double sealing = (System.nanoTime() - begun) / 1e9;
    begun = System.nanoTime();
    long lines =
        http.send(request(batch + "/file", sealer).GET().build(), BodyHandlers.ofString())
            .body()
            .lines()
            .count();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (lines != LINES + 1L) {
      throw new IllegalStateException(lines + " lines");
    }
    System.out.printf(
        "批次 payment file of %d lines %.2f s (target ≤ 5); put together %.2f s, sealed %.2f s%n",
        LINES, seconds, making, sealing);
  }

  private void cases(int count, String round, String step) throws SQLException {
    try (Connection owner = subsidy.owner();
        var insert = owner.prepareStatement(CASES)) {
      insert.setInt(1, count);
      insert.setString(2, round);
      insert.setString(3, step);
      insert.executeUpdate();
      owner.createStatement().execute("analyze subsidy_case, case_step");
    }
  }

  private HttpResponse<String> post(String path, String body, String token)
      throws IOException, InterruptedException {
    return http.send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(subsidy.baseUrl() + path))
        .header("Authorization", "Bearer " + token);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
