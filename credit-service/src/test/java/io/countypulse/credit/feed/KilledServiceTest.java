package io.countypulse.credit.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.CreditService;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service is killed at random moments of a feed, as a power cut would, and started again; a
 * bank that heard nothing sends its feed again. {@code -Dpulse.kills=25 -Dpulse.seed=7} does so
 * twenty-five times with the moments of that seed.
 */
class KilledServiceTest {

  private static final int KILLS = Integer.getInteger("pulse.kills", 2);
  private static final long SEED = Long.getLong("pulse.seed", System.nanoTime());
  private static final int LOANS = 3_000;
  private static final long LATEST_NANOSECONDS = 700_000_000;
  private static final LocalDate FIRST = LocalDate.of(2024, 5, 6);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path directory;

  private final TestBank bank = new TestBank("HMNS");
  private final Database database = RealParts.database("credit");
  private final int port = FreePorts.any();
  private @Nullable Process process;

  @AfterEach
  void stop() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Test
  void aServiceKilledAtRandomMomentsLosesAndDoublesNothing() throws Exception {
    System.out.println("seed of the killed service: " + SEED + ", kills: " + KILLS);
    Random random = new Random(SEED);
    writeSettings();
    start();
    register();
    for (int day = 1; day <= KILLS; day++) {
      byte[] feed = feed(day);
      var lost = CompletableFuture.runAsync(() -> unheard(feed));
      LockSupport.parkNanos(random.nextLong(LATEST_NANOSECONDS));
      kill();
      lost.join();
      start();
      assertThat(send(feed)).as("day %d, seed %d", day, SEED).isIn(200, 201);
      check(day);
    }
  }

  /** Every second loan is repaid a little each day. */
  private byte[] feed(int day) {
    String[] rows =
        IntStream.range(0, LOANS)
            .mapToObj(number -> Feed.loan("J" + number, Integer.toString(balance(number, day))))
            .toArray(String[]::new);
    return Feed.of(bank, FIRST.plusDays(day).toString(), day, rows).bytes();
  }

  private static int balance(int number, int day) {
    return number % 2 == 0 ? 40_000 : 40_000 - day;
  }

  private void check(int day) {
    long owed = IntStream.range(0, LOANS).mapToLong(number -> balance(number, day)).sum();
    assertThat(
            numbers(
                "select count(*), sum(balance_fen) / 100 from loan_position where until is null"))
        .containsExactly((long) LOANS, owed);
    assertThat(numbers("select count(*), max(corrections) from feed_day where state = 'ACCEPTED'"))
        .containsExactly((long) day, 0L);
    assertThat(
            numbers(
                "select count(*), count(distinct business_date) from feed where status ="
                    + " 'ACCEPTED'"))
        .containsExactly((long) day, (long) day);
    long versions = LOANS + (long) (day - 1) * LOANS / 2;
    assertThat(numbers("select sum(version), count(*) from loan"))
        .as("each change counted once")
        .containsExactly(versions, (long) LOANS);
    assertThat(
            numbers(
                """
                select count(*), count(distinct (key, payload::jsonb -> 'version')) from outbox
                where topic = 'credit.loan.v1'
                """))
        .as("each change told once")
        .containsExactly(versions, versions);
    assertThat(
            numbers(
                "select count(*), 0 from feed where status not in ('ACCEPTED', 'UNCHANGED',"
                    + " 'RECEIVING')"))
        .containsExactly(0L, 0L);
  }

  private List<Long> numbers(String sql) {
    var source =
        new DriverManagerDataSource(
            database.url(), database.owner().username(), database.owner().password());
    return JdbcClient.create(source)
        .sql(sql)
        .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
        .single();
  }

  private void writeSettings() throws IOException {
    Properties settings = new Properties();
    settings.putAll(RealParts.properties(database));
    settings.putAll(TestTokens.shared().properties());
    settings.put("server.port", Integer.toString(port));
    settings.put("server.address", "127.0.0.1");
    settings.put("pulse.city.directory", "../demo-city/src/main/resources/kunming");
    settings.put("pulse.city.today", "2024-06-10");
    settings.put("pulse.outbox.relay", "false");
    settings.put("pulse.credit.listen", "false");
    settings.put("pulse.credit.calendar.watch", "false");
    try (var out = Files.newOutputStream(directory.resolve("credit.properties"))) {
      settings.store(out, null);
    }
  }

  private void start() throws IOException {
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CreditService.class.getName(),
                "--spring.config.additional-location=file:"
                    + directory.resolve("credit.properties"))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("credit.log").toFile())
            .start();
    Eventually.holds(
        "the service is ready",
        Duration.ofSeconds(60),
        () ->
            HTTP.send(
                        HttpRequest.newBuilder(uri("/actuator/health/readiness")).build(),
                        BodyHandlers.discarding())
                    .statusCode()
                == 200);
  }

  /** SIGKILL: nothing is told, flushed or closed. */
  private void kill() throws InterruptedException {
    assertThat(requireNonNull(process).destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private void register() throws Exception {
    String body = "{\"name\":\"某银行\",\"publicKey\":\"" + bank.publicKey() + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/credit/banks/HMNS"))
            .header("Authorization", "Bearer " + TestTokens.shared().token("CREDIT_LEAD", "530100"))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private int send(byte[] feed) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/credit/feeds"))
            .header("Authorization", "Bearer " + TestTokens.shared().bankToken("HMNS"))
            .header("X-Feed-Signature", bank.sign(feed))
            .POST(BodyPublishers.ofByteArray(feed))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(JsonMapper.shared().readTree(answer.body()).at("/status").asString())
        .as(answer.body())
        .isIn("ACCEPTED", "UNCHANGED");
    return answer.statusCode();
  }

  private void unheard(byte[] feed) {
    try {
      send(feed);
    } catch (IOException killed) {
      // The bank knows nothing.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
