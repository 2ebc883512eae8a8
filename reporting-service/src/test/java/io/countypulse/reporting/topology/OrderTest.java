package io.countypulse.reporting.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.CreditEvents;
import io.countypulse.reporting.CreditEvents.LoanEvent;
import io.countypulse.reporting.Events;
import io.countypulse.reporting.Events.WorkerEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the order and however often events come, the figures are the same. */
class OrderTest {

  private static final int PERSONS = 12;
  private static final List<String> COUNTIES = List.of("530102", "530103", "530111", "UNKNOWN");

  @Property(tries = 12)
  void anyOrderAndAnyRepetitionGiveTheSameCells(@ForAll long seed) {
    Random random = new Random(seed);
    List<WorkerEvent> inOrder = histories(random);
    List<WorkerEvent> shuffled = new ArrayList<>(inOrder);
    inOrder.stream().filter(_ -> random.nextInt(3) == 0).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    assertThat(cellsAfter(shuffled, random)).isEqualTo(cellsAfter(inOrder, random));
  }

  private static Map<String, Long> cellsAfter(List<WorkerEvent> events, Random random) {
    try (Timeline timeline = new Timeline()) {
      for (WorkerEvent event : events) {
        timeline.tell(event);
        if (random.nextInt(8) == 0) {
          timeline.hear();
        }
      }
      timeline.hear();
      return timeline.cells();
    }
  }

  private static List<WorkerEvent> histories(Random random) {
    List<WorkerEvent> events = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      for (int version = 1; version <= 1 + random.nextInt(4); version++) {
        events.add(state("P" + person, version, random));
      }
    }
    return events;
  }

  private static WorkerEvent state(String id, int version, Random random) {
    WorkerEvent event = Events.worker(id, version, any(COUNTIES, random));
    if (random.nextInt(3) == 0) {
      event.movesTo(any(COUNTIES, random), "2024-0%d-15".formatted(1 + random.nextInt(6)));
    }
    for (int spell = 0; spell < random.nextInt(3); spell++) {
      String month = "2023-%02d".formatted(1 + random.nextInt(12));
      switch (random.nextInt(3)) {
        case 0 -> event.works(month + "-01");
        case 1 -> event.works(month + "-01", "2024-0%d-01".formatted(1 + random.nextInt(6)));
        default -> event.worksFarAway(month + "-20");
      }
    }
    return event;
  }

  @Property(tries = 12)
  void anyOrderOfLoansGivesTheSameCellsToo(@ForAll long seed) {
    Random random = new Random(seed);
    List<LoanEvent> inOrder = new ArrayList<>();
    for (int loan = 0; loan < PERSONS; loan++) {
      for (int version = 1; version <= 1 + random.nextInt(4); version++) {
        inOrder.add(loan("L" + loan, version, random));
      }
    }
    List<LoanEvent> shuffled = new ArrayList<>(inOrder);
    inOrder.stream().filter(_ -> random.nextInt(3) == 0).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    assertThat(cellsOf(shuffled)).isEqualTo(cellsOf(inOrder)).isNotEmpty();
  }

  private static Map<String, Long> cellsOf(List<LoanEvent> events) {
    try (Timeline timeline = new Timeline()) {
      events.forEach(timeline::tell);
      timeline.hear();
      return timeline.cells();
    }
  }

  private static LoanEvent loan(String number, int version, Random random) {
    LoanEvent event =
        CreditEvents.loan(number, version, any(COUNTIES, random), "2024-02-03").due("2024-05-31");
    if (random.nextInt(3) == 0) {
      event.movesTo(any(COUNTIES, random), "2024-0%d-15".formatted(1 + random.nextInt(6)));
    }
    for (int month = 3; month <= 3 + random.nextInt(4); month++) {
      String status = any(List.of("NORMAL", "OVERDUE", "EXTENDED", "ABSENT"), random);
      event.stands("2024-0%d-06".formatted(month), random.nextInt(50) + "000.00", "0.00", status);
    }
    return event;
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
