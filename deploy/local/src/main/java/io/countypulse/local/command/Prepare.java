package io.countypulse.local.command;

import io.countypulse.local.Refusal;
import io.countypulse.local.Screen;
import io.countypulse.local.parts.Databases;
import io.countypulse.local.parts.Databases.Passwords;
import io.countypulse.local.parts.Topics;
import io.countypulse.local.service.Service;
import java.util.Map;

/**
 * {@code prepare}: creates databases, roles and topics on a server and a broker that run elsewhere;
 * what exists stays. Everything it needs stands in the environment, since secrets must not stand on
 * a command line.
 */
public final class Prepare {
  private Prepare() {}

  /**
   * Creates what is missing.
   *
   * @param environment {@code PULSE_ADMIN_URL} (JDBC, credentials included), {@code
   *     PULSE_OWNER_PASSWORD}, {@code PULSE_APP_PASSWORD}, {@code PULSE_RELAY_PASSWORD}, {@code
   *     PULSE_BOOTSTRAP_SERVERS}
   */
  public static void run(Map<String, String> environment, Screen screen) {
    Passwords passwords =
        new Passwords(
            required(environment, "PULSE_OWNER_PASSWORD"),
            required(environment, "PULSE_APP_PASSWORD"),
            required(environment, "PULSE_RELAY_PASSWORD"));
    String adminUrl = required(environment, "PULSE_ADMIN_URL");
    for (Service service : Service.values()) {
      Databases.create(adminUrl, service.label(), passwords);
    }
    screen.step("数据库就绪", "databases are ready");
    Topics.create(required(environment, "PULSE_BOOTSTRAP_SERVERS"));
    screen.step("主题就绪", "topics are ready");
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new Refusal("缺少环境变量 " + name + "。", "The environment has no " + name + ".");
    }
    return value;
  }
}
