package io.countypulse.local.command;

import io.countypulse.local.Refusal;
import io.countypulse.local.Screen;
import io.countypulse.local.city.ReportingClient;
import io.countypulse.local.parts.Directories;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.local.parts.Part;
import io.countypulse.local.parts.PartFailure;
import io.countypulse.local.service.Service;
import io.countypulse.local.service.ServiceJar;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.OwnerOnly;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.RunLock;
import io.countypulse.local.supervisor.RunLock.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code rebuild}: works out all figures from the log beside the running ones, compares, and
 * switches to them only where they are the same (decision 0035). What people did (alerts taken up,
 * the ledger, bulletins) is no figure and stays.
 */
public final class Rebuild {
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final Duration TIME_TO_END = Duration.ofSeconds(40);
  private static final String BESIDE = "rebuild";

  /** What the second service has of its own: an address, a generation; it compares nothing. */
  private static final List<String> OWN =
      List.of("server.port=", "pulse.reporting.rebuilt=", "pulse.reporting.reconcile.");

  private final StateFolder state;
  private final Path project;
  private final Screen screen;

  public Rebuild(StateFolder state, Path project, Screen screen) {
    this.state = state;
    this.project = project;
    this.screen = screen;
  }

  /** Returns once the service that people ask was ended; its supervisor starts it on the new. */
  public void run() {
    Run run =
        RunLock.current(state)
            .orElseThrow(() -> new Refusal("平台未在运行。", "The platform does not run."));
    URI running = URI.create("http://127.0.0.1:" + URI.create(run.address()).getPort());
    String rebuilt = now();
    build(running, rebuilt);
    OwnerOnly.write(state.rebuilt(), rebuilt);
    Mark.processes(state)
        .filter(process -> Mark.part(process).filter(Service.REPORTING.label()::equals).isPresent())
        .forEach(Rebuild::end);
    forgetOthers(rebuilt);
    screen.step("已切换，报表服务正在重新启动", "switched; the reporting service starts again");
  }

  /** A name no earlier attempt had: what one left behind must not be taken for the log. */
  private static String now() {
    return LocalDateTime.now(ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("'r'yyyyMMddHHmmss"));
  }

  private void build(URI running, String rebuilt) {
    ReportingClient client = ReportingClient.of(state, running);
    int port = FreePorts.any();
    URI address = URI.create("http://127.0.0.1:" + port);
    Path settings = state.settings(BESIDE);
    OwnerOnly.write(settings, settingsBeside(port, rebuilt));
    screen.step("正在由全部事件重新计算", "working out all figures from the log, beside the running ones");
    Part beside = start(settings);
    try {
      beside.awaitReady(PATIENCE, () -> isSame(client, running, address));
      screen.step("结果一致", "the same");
    } catch (PartFailure failure) {
      throw new Refusal(
          "重新计算的结果未能与现用数据一致，没有切换，看数不受影响；请在“账账核对”页查看哪一方有误后再试。",
          "Nothing was switched and nothing changed: " + failure.getMessage());
    } finally {
      beside.stop(TIME_TO_END);
      delete(settings);
    }
  }

  private Part start(Path settings) {
    ServiceJar jar = ServiceJar.extracted(Service.REPORTING, project, state.log("extract"));
    List<String> command = jar.command(new Mark(state, BESIDE).jvmOptions(), settings);
    return Part.start(BESIDE, command, state.log(BESIDE));
  }

  private static boolean isSame(ReportingClient client, URI running, URI beside)
      throws IOException, InterruptedException {
    if (!client.isFresh(beside)) {
      return false;
    }
    Optional<String> shown = client.digest(running);
    return shown.isPresent() && shown.equals(client.digest(beside));
  }

  private String settingsBeside(int port, String rebuilt) {
    String shared =
        read(state.settings(Service.REPORTING.label()))
            .lines()
            .filter(line -> OWN.stream().noneMatch(line::startsWith))
            .collect(Collectors.joining("\n"));
    return shared
        + "\nserver.port=%d\npulse.reporting.rebuilt=%s\npulse.reporting.serves=false\n"
            .formatted(port, rebuilt);
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    process.onExit().join();
  }

  /** The state of the generation before, and of attempts that came to nothing. */
  private void forgetOthers(String rebuilt) {
    try (Stream<Path> states = Files.list(state.streams())) {
      states.filter(each -> !each.toString().endsWith(rebuilt)).forEach(Directories::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
