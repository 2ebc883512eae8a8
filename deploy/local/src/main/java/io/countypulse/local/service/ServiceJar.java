package io.countypulse.local.service;

import io.countypulse.local.Refusal;
import io.countypulse.local.parts.Directories;
import io.countypulse.local.parts.Part;
import io.countypulse.local.state.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service's program as it is run: extracted, since a nested jar starts slowly and cannot use an
 * AOT cache. Every build has a folder of its own, so a new build neither disturbs a running city
 * nor uses the old build's cache.
 */
public record ServiceJar(Service service, Path directory) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Extracts the jar of this build, unless that was done before. */
  public static ServiceJar extracted(Service service, Path project, Path log) {
    Path packed = service.jar(project);
    if (!Files.exists(packed)) {
      throw new Refusal("尚未构建：" + packed + "。", "Not built yet: " + packed + ".");
    }
    Path directory = packed.resolveSibling("extracted").resolve(StartCache.build(packed));
    if (!Files.exists(directory)) {
      extract(packed, directory, log);
      forgetOthers(directory);
    }
    return new ServiceJar(service, directory);
  }

  /** What the JVM has learnt about starting this build. */
  public StartCache cache() {
    return new StartCache(directory.resolve(service.label() + ".aot"));
  }

  /** The command line of the service. */
  public List<String> command(List<String> jvmOptions, Path settings) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.addAll(cache().options());
    return run(options, settings);
  }

  /**
   * The command line of a run that only starts, records what starting needs, and ends; it leaves
   * the machine to those who use the city.
   */
  List<String> trainingCommand(List<String> jvmOptions, Path settings) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-Dspring.context.exit=onRefresh");
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(run(options, settings));
    return command;
  }

  private List<String> run(List<String> options, Path settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(service.jvmFlags());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(options);
    command.add("-jar");
    command.add(program().toString());
    command.add("--spring.config.additional-location=file:" + settings);
    return command;
  }

  private Path program() {
    try (var jars = Files.newDirectoryStream(directory, "*.jar")) {
      return jars.iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes earlier builds, but for those a city still runs. */
  private static void forgetOthers(Path directory) {
    try (Stream<Path> builds = Files.list(directory.resolveSibling(""))) {
      builds
          .filter(build -> !build.equals(directory) && !Mark.isUsed(build))
          .forEach(Directories::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void extract(Path packed, Path directory, Path log) {
    Path fresh = directory.resolveSibling("fresh-" + ProcessHandle.current().pid());
    Directories.delete(fresh);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djarmode=tools",
            "-jar",
            packed.toString(),
            "extract",
            "--destination",
            fresh.toString());
    Part.start("extract", command, log).run(PATIENCE);
    try {
      Files.move(fresh, directory);
    } catch (FileSystemException e) {
      // Another city was faster.
      Directories.delete(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
