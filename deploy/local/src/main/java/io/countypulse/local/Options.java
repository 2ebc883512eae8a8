package io.countypulse.local;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command.
 *
 * @param state the state folder, absolute
 * @param city the city's folder, absolute; none: the one the state was made with, else the demo
 *     city
 * @param port the address's port; none: the one used before, else 8080
 * @param today the business date; none: what {@code city.json} says, else the real date
 * @param host where the address can be reached: {@code localhost} is this machine only
 * @param detach leave the platform running in the background
 * @param empty load no files on the first run
 */
public record Options(
    Path state,
    @Nullable Path city,
    @Nullable Integer port,
    @Nullable LocalDate today,
    String host,
    boolean detach,
    boolean empty) {

  /**
   * Reads {@code --state DIR --city DIR --port N --today D --host H --detach --empty}, in any
   * order.
   */
  public static Options parse(List<String> arguments) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    Reading reading = new Reading(Path.of(".pulse"));
    while (!rest.isEmpty()) {
      reading.option(rest.pop(), rest);
    }
    return reading.options();
  }

  private static final class Reading {
    private Path state;
    private @Nullable Path city;
    private @Nullable Integer port;
    private @Nullable LocalDate today;
    private String host = "localhost";
    private boolean detach;
    private boolean empty;

    Reading(Path state) {
      this.state = state;
    }

    void option(String name, Deque<String> rest) {
      switch (name) {
        case "--state" -> state = Path.of(value(name, rest));
        case "--city" -> city = absolute(Path.of(value(name, rest)));
        case "--port" -> port = port(value(name, rest));
        case "--today" -> today = date(value(name, rest));
        case "--host" -> host = value(name, rest);
        case "--detach" -> detach = true;
        case "--empty" -> empty = true;
        default -> throw new Refusal("不认识的选项 " + name + "。", "Unknown option " + name + ".");
      }
    }

    Options options() {
      return new Options(absolute(state), city, port, today, host, detach, empty);
    }

    private static Path absolute(Path path) {
      return path.toAbsolutePath().normalize();
    }

    private static String value(String name, Deque<String> rest) {
      if (rest.isEmpty()) {
        throw new Refusal("选项 " + name + " 缺少值。", "Option " + name + " needs a value.");
      }
      return rest.pop();
    }

    private static int port(String text) {
      if (text.matches("[0-9]{1,5}")) {
        int port = Integer.parseInt(text);
        if (port >= 1 && port <= 65535) {
          return port;
        }
      }
      throw new Refusal("端口应为 1–65535：" + text + "。", "Not a port: " + text + ".");
    }

    private static LocalDate date(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new Refusal(
            "日期应写作 2024-06-10：" + text + "。", "Write a date as 2024-06-10: " + text + ".");
      }
    }
  }
}
