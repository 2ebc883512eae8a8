package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Department.Answer;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.platform.audit.Actor;
import io.countypulse.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many feeds at the same time. */
class FeedsAtOnceTest {

  private static final String DAY = "2024-06-07";

  private final Department department = Department.shared().reset();
  private final Books books = new Books(department);
  private final TestBank bank = department.bank("HMNS");

  @Test
  void ofTheSameFeedSentAtOnceOneWins() throws Exception {
    byte[] feed = Feed.of(bank, DAY, 1, loan("J1", "48000"), loan("J2", "100")).bytes();
    List<String> states = atOnce(4, _ -> () -> department.send(bank, feed).state());
    assertThat(states).containsExactlyInAnyOrder("ACCEPTED", "UNCHANGED", "UNCHANGED", "UNCHANGED");
    assertThat(department.events("loan")).hasSize(2);
  }

  @Test
  void aHundredFeedsAtOnceEachOfThemTwiceAreAllAppliedOnce() throws Exception {
    List<TestBank> banks = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      banks.add(department.bank("B" + number));
    }
    List<String> states =
        atOnce(
            200,
            number ->
                () -> {
                  TestBank sender = banks.get(number / 20);
                  int day = number / 2 % 10 + 1;
                  String[] rows = new String[20];
                  Arrays.setAll(rows, row -> loan("J" + row, Integer.toString(1000 + day)));
                  Feed feed = Feed.of(sender, "2024-05-%02d".formatted(day), day, rows);
                  return department.send(sender, feed).state();
                });
    assertThat(states).filteredOn("ACCEPTED"::equals).hasSize(100);
    assertThat(states).filteredOn("UNCHANGED"::equals).hasSize(100);
    for (int day = 1; day <= 10; day++) {
      assertThat(books.outstanding("530100", "2024-05-%02d".formatted(day)))
          .isEqualTo(200 * (1000 + day) + ".00");
    }
  }

  @Test
  void twoHundredTimesTheSameHaveOneReceiptAndKeepNobodyElseWaiting() throws Exception {
    String[] rows = new String[1_000];
    Arrays.setAll(rows, row -> loan("J" + row, "1000"));
    byte[] feed = Feed.of(bank, DAY, 1, rows).bytes();
    TestBank other = department.bank("JSCZ");
    List<Answer> answers =
        atOnce(
            202,
            number ->
                switch (number) {
                  case 100 -> () -> department.send(other, Feed.of(other, DAY, 1, loan("A", "1")));
                  case 101 -> this::figures;
                  default -> () -> department.send(bank, feed);
                });
    assertThat(answers.get(100).state()).isEqualTo("ACCEPTED");
    assertThat(answers.get(101).status()).isEqualTo(200);
    List<Answer> same =
        IntStream.range(0, 202)
            .filter(number -> number != 100 && number != 101)
            .mapToObj(answers::get)
            .toList();
    List<Answer> taken = same.stream().filter(answer -> answer.state().equals("ACCEPTED")).toList();
    assertThat(taken).hasSize(1);
    assertThat(same)
        .filteredOn(answer -> answer.state().equals("UNCHANGED"))
        .hasSize(199)
        .extracting(answer -> answer.receipt().at("/sameAs").asString())
        .containsOnly(taken.getFirst().id());
    assertThat(books.loans()).isEqualTo(1_001);
    assertThat(books.text("select count(distinct feed_id)::text from feed_chunk"))
        .as("copies are not kept")
        .isEqualTo("2");
  }

  private Answer figures() {
    return new Answer(200, department.read("/api/credit/figures", Department.lead()));
  }

  @Test
  void feedsOfABankAreAppliedInTheOrderTheyCame() throws Exception {
    FeedStore store = department.part(FeedStore.class);
    List<TestBank> banks = List.of(department.bank("B1"), department.bank("B2"));
    UUID last = new UUID(0, 0);
    for (int day = 1; day <= 9; day++) {
      for (TestBank each : banks) {
        byte[] feed =
            Feed.of(each, "2024-05-0" + day, day, loan("J1", Integer.toString(100 + day))).bytes();
        Delivery delivery =
            new Delivery(
                Delivery.Door.HTTPS, each.code(), "", each.sign(feed), Actor.service("test"));
        FeedStore.Received received = store.receive(delivery, new ByteArrayInputStream(feed));
        last = ((FeedStore.Received.Stored) received).id();
      }
    }
    department.part(FeedQueue.class).await(last, Duration.ofSeconds(30));
    Eventually.holds(
        "all are answered",
        Duration.ofSeconds(30),
        () -> books.text("select count(*)::text from feed where status = 'ACCEPTED'").equals("18"));
    assertThat(
            books.text(
                """
                select count(*)::text from (
                  select finished_at < lag(finished_at) over (partition by bank order by id) as early from feed
                ) as ordered where early
                """))
        .isEqualTo("0");
    assertThat(department.events("loan"))
        .extracting(event -> event.json().at("/positions").size())
        .as("each after the one before: never a day put in between")
        .containsExactlyInAnyOrder(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9);
  }

  private static <T> List<T> atOnce(int times, IntFunction<Callable<T>> task) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int number = 0; number < times; number++) {
        tasks.add(task.apply(number));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
