package io.countypulse.credit.calendar;

import static io.countypulse.credit.Feed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.time.BusinessDays;
import io.countypulse.testing.Contracts;
import io.countypulse.testing.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A bank leaves out days and makes up for one (DOMAIN.md § 8, feed missing). */
class CalendarStoryTest {

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");

  @Test
  void businessDaysThatPassedWithoutAFeedAreMissingUntilItComes() {
    deliver("2024-06-03", 1);
    deliver("2024-06-06", 2);
    department.events();
    department.part(MissingFeeds.class).mark();
    assertThat(told())
        .containsExactly("2024-06-04 MISSING 1", "2024-06-05 MISSING 1", "2024-06-07 MISSING 1");
    department.part(MissingFeeds.class).mark();
    assertThat(told()).isEmpty();

    deliver("2024-06-04", 3);
    assertThat(told()).containsExactly("2024-06-04 ACCEPTED 2");
    assertThat(row("2024-06-01", "2024-06-10", Department.lead()))
        .containsExactly(
            "NOT_EXPECTED",
            "NOT_EXPECTED",
            "ACCEPTED",
            "ACCEPTED",
            "MISSING",
            "ACCEPTED",
            "MISSING",
            "CLOSED",
            "CLOSED",
            "CLOSED");
  }

  @Test
  void aDayIsOverAtTheExpectedTimeWhereTheDateGoesWithTheClock() {
    deliver("2024-06-06", 1);
    department.events();
    missingAt("2024-06-07T09:59:00Z").mark();
    assertThat(told()).isEmpty();
    missingAt("2024-06-07T10:00:00Z").mark();
    assertThat(told()).containsExactly("2024-06-07 MISSING 1");
  }

  @Test
  void aRefusedFeedIsNotAMissingOne() {
    deliver("2024-06-06", 1);
    department.events();
    Feed feed = Feed.of(bank, "2024-06-07", 2, loan("J1", "48000"));
    department.send(
        bank,
        feed.text()
            .replace(",1,48000", ",2,48000")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    department.part(MissingFeeds.class).mark();
    assertThat(told()).containsExactly("2024-06-07 REFUSED 1");
  }

  @Test
  void aBankSeesItsOwnRow() {
    department.bank("JSCZ");
    assertThat(
            department
                .read("/api/credit/calendar", TestTokens.shared().bankToken("JSCZ"))
                .at("/banks")
                .valueStream()
                .map(row -> row.at("/bank").asString()))
        .containsExactly("JSCZ");
    assertThat(
            department
                .get("/api/credit/calendar?from=2024-06-02&to=2024-06-01", Department.lead())
                .statusCode())
        .isEqualTo(400);
  }

  private void deliver(String day, int sequence) {
    assertThat(department.send(bank, Feed.of(bank, day, sequence, loan("J1", "48000"))).state())
        .isEqualTo("ACCEPTED");
  }

  private List<String> told() {
    return department.events("feed").stream()
        .peek(
            event -> assertThat(Contracts.violations("credit.feed.v1", event.payload())).isEmpty())
        .map(
            event ->
                event.json().at("/businessDate").asString()
                    + " "
                    + event.json().at("/state").asString()
                    + " "
                    + event.json().at("/version").asInt())
        .toList();
  }

  private List<String> row(String from, String to, String token) {
    return department
        .read("/api/credit/calendar?from=" + from + "&to=" + to, token)
        .at("/banks/0/days")
        .valueStream()
        .map(day -> day.at("/state").asString())
        .toList();
  }

  private MissingFeeds missingAt(String instant) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return new MissingFeeds(
        department.part(BusinessDays.class),
        BusinessDate.of(clock),
        clock,
        department.part(JdbcClient.class),
        department.part(TransactionOperations.class),
        department.part(Outbox.class),
        Duration.ZERO);
  }
}
