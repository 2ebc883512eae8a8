package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.BrokerProcess;
import io.countypulse.local.parts.Directories;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.local.service.ServiceJar;
import io.countypulse.local.service.ServiceProcess;
import io.countypulse.local.service.StartCache;
import io.countypulse.local.service.Surroundings;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the start caches, one after the other, once the city is loaded and nobody waits any more;
 * the next start uses them. What fails here only leaves the next start as slow as this one.
 */
final class Training {
  private final Surroundings surroundings;
  private final Supervisor supervisor;
  private final Screen screen;

  Training(Surroundings surroundings, Supervisor supervisor, Screen screen) {
    this.surroundings = surroundings;
    this.supervisor = supervisor;
    this.screen = screen;
  }

  void run(Collection<ServiceJar> jars) {
    attempt("kafka", () -> broker(surroundings.state()));
    for (ServiceJar jar : jars) {
      attempt(jar.service().label(), () -> ServiceProcess.train(jar, surroundings));
    }
  }

  /** The broker's cache of this build of the launcher, on whose class path it runs. */
  static StartCache brokerCache() {
    Path launcher = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    return new StartCache(launcher.resolveSibling("kafka-" + StartCache.build(launcher) + ".aot"));
  }

  private static void broker(StateFolder state) {
    brokerCache()
        .train(
            cacheOptions -> {
              List<String> options = new ArrayList<>(cacheOptions);
              options.addAll(new Mark(state, "training").jvmOptions());
              Path directory = state.training();
              Directories.delete(directory);
              BrokerProcess.start(
                      directory,
                      FreePorts.any(),
                      FreePorts.any(),
                      state.log("training"),
                      options.toArray(String[]::new))
                  .stop();
              Directories.delete(directory);
              forgetOthers(brokerCache().file());
            });
  }

  /** Removes the broker's caches of earlier builds; whoever runs with one has it open. */
  private static void forgetOthers(Path cache) {
    try (Stream<Path> files = Files.list(cache.resolveSibling(""))) {
      files
          .filter(file -> file.getFileName().toString().matches("kafka-.*\\.aot"))
          .filter(file -> !file.equals(cache))
          .forEach(Directories::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void attempt(String name, Runnable training) {
    if (supervisor.isEnding()) {
      return;
    }
    try {
      training.run();
    } catch (RuntimeException e) {
      if (!supervisor.isEnding()) {
        screen.step(name + " 的启动缓存未能生成", "no start cache: " + e.getMessage());
      }
    }
  }
}
