package io.countypulse.platform.intake;

import static io.countypulse.platform.intake.Office.HEADER;
import static io.countypulse.platform.intake.Office.applied;
import static io.countypulse.platform.intake.Office.await;
import static io.countypulse.platform.intake.Office.id;
import static io.countypulse.platform.intake.Office.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.RealParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** FAULTS A2, A4, A7: what is cut off, killed, stopped or handed in twice at once. */
@IntakeService
class ImportRecoveryTest {

  @Autowired Office office;
  @Autowired PeopleFile people;
  @Autowired ImportQueue queue;

  private Desk lead;

  @BeforeEach
  void sitDown() {
    office.open();
    lead = office.lead();
  }

  @Test
  void whileAFileIsAtWorkTheSameFileIsRefusedNamingIt() throws InterruptedException {
    var go = new CountDownLatch(1);
    people.atLine = line -> await(go);
    byte[] file = (HEADER + rows("W", 0, 3)).getBytes(UTF_8);
    String first = id(lead.upload("?kind=people", "a.csv", file));

    HttpResponse<byte[]> second = lead.upload("?kind=people", "b.csv", file);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(Desk.json(second).get("importId").asString()).isEqualTo(first);
    assertThat(lead.upload("?kind=people&dryRun=true", "b.csv", file).statusCode()).isEqualTo(202);
    go.countDown();
    assertThat(applied(lead.finished(first))).isEqualTo(3);
  }

  @Test
  void ofTwoClientsWithTheSameFileAtOnceExactlyOneWins() {
    byte[] file = (HEADER + rows("T", 0, 20_000)).getBytes(UTF_8);
    List<CompletableFuture<Integer>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> lead.upload("?kind=people", "t.csv", file).statusCode()))
            .limit(2)
            .toList();

    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(202, 409);
  }

  @Test
  void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
    byte[] body = Desk.multipart("x.csv", (HEADER + rows("X", 0, 1000)).getBytes(UTF_8));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), lead.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/test/imports?kind=people HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + lead.token()
                      + "\r\nContent-Type: multipart/form-data; boundary="
                      + Desk.boundary()
                      + "\r\nContent-Length: "
                      + body.length
                      + "\r\n\r\n")
                  .getBytes(UTF_8));
      socket.getOutputStream().write(body, 0, body.length / 2);
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400");
    }

    assertThat(office.count("select count(*) from import_job where status = 'RECEIVING'")).isZero();
  }

  @Test
  void anImportWhoseDatabaseSessionIsKilledInMidCopyIsDoneOnceAllTheSame() throws SQLException {
    var killed = new AtomicBoolean();
    people.atLine =
        line -> {
          if (line == 15_000 && killed.compareAndSet(false, true)) {
            killTheSessionThatCopies();
          }
        };

    JsonNode answer = lead.imported(HEADER + rows("K", 0, 30_000));

    assertThat(killed).isTrue();
    assertThat(answer.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(applied(answer)).isEqualTo(30_000);
    assertThat(office.events()).isEqualTo(30_000);
    assertThat(
            office.count(
                "select attempts from import_job where id = '" + answer.get("id").asString() + "'"))
        .isEqualTo(2);
  }

  @Test
  void anImportWhoseServiceDiedIsTakenUpAgain() {
    queue.stop();
    String id =
        id(lead.upload("?kind=people", "d.csv", (HEADER + rows("D", 0, 10)).getBytes(UTF_8)));
    office.change("update import_job set status = 'RUNNING', attempts = 1 where id = '" + id + "'");

    queue.start();

    assertThat(applied(lead.finished(id))).isEqualTo(10);
  }

  @Test
  void stoppingInMidImportLosesNothing() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    people.atLine =
        line -> {
          begun.countDown();
          await(never);
        };
    String id =
        id(lead.upload("?kind=people", "s.csv", (HEADER + rows("S", 0, 10)).getBytes(UTF_8)));
    begun.await();
    queue.stop();
    assertThat(office.stored()).isEmpty();

    people.atLine = line -> {};
    queue.start();

    assertThat(applied(lead.finished(id))).isEqualTo(10);
  }

  @Test
  void aKindThatFailsFailsTheImportAndTheQueueGoesOn() {
    people.atLine =
        line -> {
          throw new IllegalStateException("a bug");
        };
    JsonNode failed = lead.imported(HEADER + rows("F", 0, 10));
    people.atLine = line -> {};

    assertThat(failed.get("status").asString()).isEqualTo("FAILED");
    assertThat(applied(lead.imported(HEADER + rows("G", 0, 10)))).isEqualTo(10);
  }

  private void killTheSessionThatCopies() {
    try (Connection admin = DriverManager.getConnection(RealParts.adminUrl());
        Statement statement = admin.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'copy staged_person%'");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
