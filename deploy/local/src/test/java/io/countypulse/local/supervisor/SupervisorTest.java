package io.countypulse.local.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.PartFailure;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.RunLock.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Screen screen = new Screen(new PrintStream(said, true, StandardCharsets.UTF_8));

  @TempDir Path directory;

  private StateFolder state;

  @BeforeEach
  void createState() {
    state = new StateFolder(directory.resolve("state")).create();
  }

  @Test
  void whateverIsKilledRunsAgainUntilTheEnd() throws Exception {
    BlockingQueue<Endless> starts = new LinkedBlockingQueue<>();
    Supervisor supervisor = new Supervisor(state, screen);
    supervisor.service(
        "employment",
        () -> {
          Endless started = endless("employment");
          starts.add(started);
          return started;
        });
    Endless first = starts.take();
    first.handle().destroyForcibly();
    Endless second = starts.poll(60, TimeUnit.SECONDS);
    assertNotEquals(first.handle().pid(), second.handle().pid());
    supervisor.end();
    assertFalse(second.handle().isAlive());
    assertEquals(0, Mark.processes(state).count());
    assertThrows(PartFailure.class, () -> supervisor.service("late", () -> endless("late")));
  }

  @Test
  void whatAKilledSupervisorLeftBehindIsEndedAndNothingElse() {
    Endless ours = endless("employment");
    Endless broker = endless("kafka");
    Endless othersCity =
        Endless.start(
            new Mark(new StateFolder(directory.resolve("other")), "employment"),
            directory.resolve("other.log"));
    Endless stranger =
        Endless.start(List.of("-Dabout=" + state.root()), directory.resolve("stranger.log"));
    try {
      assertEquals(2, Leftovers.end(state));
      assertFalse(ours.handle().isAlive());
      assertFalse(broker.handle().isAlive());
      assertTrue(othersCity.handle().isAlive());
      assertTrue(stranger.handle().isAlive());
      assertEquals(0, Leftovers.end(state));
    } finally {
      othersCity.stop();
      stranger.stop();
    }
  }

  @Test
  void onlyOneSupervisorRunsACity() {
    RunLock lock = RunLock.take(state).orElseThrow();
    lock.record("http://localhost:8080", Phase.OPEN);
    assertTrue(RunLock.take(state).isEmpty());
    var run = RunLock.current(state).orElseThrow();
    assertEquals("http://localhost:8080", run.address());
    assertEquals(ProcessHandle.current().pid(), run.process());
  }

  private Endless endless(String part) {
    return Endless.start(
        new Mark(state, part), directory.resolve(part + System.nanoTime() + ".log"));
  }
}
