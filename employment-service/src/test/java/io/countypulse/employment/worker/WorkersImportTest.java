package io.countypulse.employment.worker;

import static io.countypulse.employment.Files.spell;
import static io.countypulse.employment.Files.worker;
import static io.countypulse.employment.Files.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersImportTest {

  private final Department department = Department.shared().reset();

  @Test
  void aPersonsRowsBecomeOnePersonWithSpellsInTheOrderOfTheirStart() {
    var done =
        department.imports(
            "workers",
            workers(
                spell(1, "省外", "甲公司", "2024-03-01", ""),
                spell(1, "县内", "乙公司", "2023-02-10", "2023-12-20"),
                worker(2)));
    assertThat(done.rows()).containsExactly(3, 0, 0, 0);
    List<Event> events = department.events();
    assertThat(events).extracting(Event::key).containsExactlyInAnyOrder("P1", "P2");
    assertThat(events.getFirst().json().at("/spells/0/start").asString()).isEqualTo("2023-02-10");
  }
}
