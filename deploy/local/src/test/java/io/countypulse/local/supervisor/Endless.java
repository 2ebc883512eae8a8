package io.countypulse.local.supervisor;

import io.countypulse.local.parts.Part;
import io.countypulse.local.parts.Running;
import io.countypulse.local.state.Mark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that runs until it is ended. */
record Endless(Part part) implements Running {
  public static void main(String[] arguments) throws InterruptedException {
    System.out.println("running");
    new CountDownLatch(1).await();
  }

  static Endless start(List<String> options, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Endless.class.getName());
    Part part = Part.start("endless", command, log);
    return new Endless(part.awaitReady(Duration.ofSeconds(60), () -> log.toFile().length() > 0));
  }

  static Endless start(Mark mark, Path log) {
    return start(mark.jvmOptions(), log);
  }

  @Override
  public ProcessHandle handle() {
    return part.process().toHandle();
  }

  @Override
  public void stop() {
    part.stop(Duration.ofSeconds(20));
  }
}
