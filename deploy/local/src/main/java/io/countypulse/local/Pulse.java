package io.countypulse.local;

import io.countypulse.local.command.Detached;
import io.countypulse.local.command.Down;
import io.countypulse.local.command.Prepare;
import io.countypulse.local.command.Rebuild;
import io.countypulse.local.command.Reset;
import io.countypulse.local.command.Status;
import io.countypulse.local.command.Up;
import io.countypulse.local.parts.PartFailure;
import io.countypulse.local.state.StateFolder;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher behind the {@code pulse} script: {@code up}, {@code down}, {@code status}, {@code
 * rebuild}, {@code reset}, and {@code prepare} for servers elsewhere. The system property {@code
 * pulse.project} is the built project's folder.
 */
public final class Pulse {
  private Pulse() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = run(List.of(arguments), screen);
    } catch (Refusal | PartFailure e) {
      screen.line(String.valueOf(e.getMessage()));
      code = 1;
    }
    System.exit(code);
  }

  private static int run(List<String> arguments, Screen screen) throws InterruptedException {
    List<String> rest = new ArrayList<>(arguments);
    String command = rest.isEmpty() ? "" : rest.removeFirst();
    Options options = Options.parse(rest);
    StateFolder state = new StateFolder(options.state());
    switch (command) {
      case "up" -> {
        if (options.detach()) {
          rest.remove("--detach");
          return Detached.run(state, rest, screen);
        }
        new Up(options, project(), screen).run();
      }
      case "down" -> Down.run(state, screen);
      case "prepare" -> Prepare.run(System.getenv(), screen);
      case "rebuild" -> new Rebuild(state, project(), screen).run();
      case "status" -> Status.run(state, screen);
      case "reset" -> Reset.run(state, screen);
      default -> throw new Refusal("不认识的命令：" + command + "。", "No such command: " + command + ".");
    }
    return 0;
  }

  private static Path project() {
    return Path.of(System.getProperty("pulse.project", ".")).toAbsolutePath().normalize();
  }
}
