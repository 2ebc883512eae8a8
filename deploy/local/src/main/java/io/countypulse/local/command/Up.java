package io.countypulse.local.command;

import io.countypulse.local.Options;
import io.countypulse.local.Screen;
import io.countypulse.local.city.City;
import io.countypulse.local.city.Loading;
import io.countypulse.local.service.Service;
import io.countypulse.local.service.Surroundings;
import io.countypulse.local.state.PortClaims;
import io.countypulse.local.state.Ports;
import io.countypulse.local.state.Secrets;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.Leftovers;
import io.countypulse.local.supervisor.RunLock;
import io.countypulse.local.supervisor.RunLock.Phase;
import io.countypulse.local.supervisor.Supervisor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code up}: starts the city, loads it on the first run, and watches it until asked to end. */
public final class Up {
  private final Options options;
  private final Path project;
  private final Screen screen;
  private final StateFolder state;

  public Up(Options options, Path project, Screen screen) {
    this.options = options;
    this.project = project;
    this.screen = screen;
    this.state = new StateFolder(options.state());
  }

  /** Returns when the city has ended, or at once if it runs already. */
  public void run() throws InterruptedException {
    City city = City.of(state, options.city());
    state.create().requireSpace();
    Optional<RunLock> lock = RunLock.take(state);
    if (lock.isEmpty()) {
      RunLock.current(state).ifPresent(run -> screen.alreadyRunning(run.address()));
      return;
    }
    if (Leftovers.end(state) > 0) {
      screen.step("已清理上次遗留的进程", "ended what an earlier run left behind");
    }
    Ports ports = Ports.choose(state, options.port(), PortClaims.ofThisUser());
    Address address = Address.of(options.host(), ports.address());
    claim(ports);
    lock.get().record(address.url(), Phase.STARTING);
    city.record(state);
    supervise(lock.get(), city, ports, address);
  }

  /** Claims and writes down every port before anything starts. */
  private void claim(Ports ports) {
    Foundation.PARTS.forEach(ports::of);
    for (Service service : Service.values()) {
      if (service != Service.GATEWAY) {
        ports.of(service.label());
      }
    }
    ports.record(state);
  }

  private void supervise(RunLock lock, City city, Ports ports, Address address)
      throws InterruptedException {
    Supervisor supervisor = new Supervisor(state, screen);
    Thread end = new Thread(() -> end(supervisor));
    Runtime.getRuntime().addShutdownHook(end);
    boolean firstRun = !Files.exists(state.accounts());
    Secrets secrets = Secrets.of(state);
    Foundation foundation = new Foundation(state, supervisor, screen, ports, secrets);
    foundation.start(() -> city.generate(state));
    Surroundings surroundings =
        new Surroundings(
            project,
            state,
            city.path(),
            options.today(),
            address.url(),
            address.listen(),
            ports,
            secrets,
            foundation.databases(),
            foundation.bootstrapServers());
    var jars = new Services(surroundings, foundation, supervisor, screen).start();
    lock.record(address.url(), Phase.OPEN);
    new Welcome(state, screen).say(address.url(), firstRun);
    if (!options.empty()) {
      Loading.load(
          city,
          state,
          URI.create("http://127.0.0.1:" + ports.address()),
          screen,
          supervisor::endsWithin);
    }
    lock.record(address.url(), Phase.LOADED);
    new Training(surroundings, supervisor, screen).run(jars);
    supervisor.awaitEnd();
    end.join();
  }

  private void end(Supervisor supervisor) {
    screen.step("正在停止", "stopping");
    supervisor.end();
    screen.step("已停止", "stopped");
  }
}
