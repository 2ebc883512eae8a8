package io.countypulse.gateway;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.testing.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway of profile {@code local} on a free port, with its database and folders. */
final class RunningGateway implements AutoCloseable {

  /** What the reporting service signs in with. */
  static final String RECONCILER_SECRET = "8d1f0c7b5a";

  private static final String UNITS =
      """
      code,name,full_name,kind,parent,aliases
      530100,昆明市,昆明市,city,,
      530102,五华区,五华区,district,530100,
      530103,盘龙区,盘龙区,district,530100,
      Z530102,阳宗海,昆明阳宗海风景名胜区,zone,530100,
      """;

  private final Database database;
  private final Path folder;
  private final int port = FreePorts.any();
  private final Map<String, String> settings;
  private final TestClock clock = new TestClock();
  private ConfigurableApplicationContext context;

  private RunningGateway(Database database, Path folder, Map<String, String> settings) {
    this.database = database;
    this.folder = folder;
    this.settings = settings;
    this.context = start();
  }

  /** The one most tests share; it ends with the JVM. */
  static RunningGateway shared() {
    return Shared.GATEWAY;
  }

  /** A new one, with settings of its own. */
  static RunningGateway with(SmallService service, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    for (String name : new String[] {"employment", "reporting"}) {
      all.putIfAbsent("pulse.gateway.services." + name, service.address().toString());
    }
    // Nobody listens there.
    all.putIfAbsent("pulse.gateway.services.credit", "http://127.0.0.1:" + FreePorts.any());
    all.putIfAbsent("pulse.gateway.services.subsidy", "http://127.0.0.1:" + FreePorts.any());
    return new RunningGateway(RealParts.database("gateway"), city(), all);
  }

  /** Stops it and starts it again on the same database and folders. */
  void restart() {
    context.close();
    context = start();
  }

  URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url(path));
  }

  TestClock clock() {
    return clock;
  }

  void sql(String statement) {
    context.getBean(JdbcClient.class).sql(statement).update();
  }

  /** What the audit log says of somebody, oldest first. */
  List<String> audited(String subject) {
    return context
        .getBean(JdbcClient.class)
        .sql("select action from audit_entry where subject = ? order by number")
        .param(subject)
        .query(String.class)
        .list();
  }

  Path stateFolder() {
    return folder.resolve("state");
  }

  Path accountsFile() {
    return folder.resolve("accounts.json");
  }

  JsonNode accounts() {
    return JsonMapper.shared().readTree(accountsFile());
  }

  /** Password of a user, or secret of a client. */
  String password(String kind, String nameField, String name) {
    return accounts()
        .path(kind)
        .valueStream()
        .filter(each -> each.path(nameField).asString().equals(name))
        .map(each -> each.path(kind.equals("users") ? "password" : "secret").asString())
        .findFirst()
        .orElseThrow();
  }

  String passwordOf(String user) {
    return password("users", "username", user);
  }

  String secretOf(String client) {
    return password("clients", "id", client);
  }

  @Override
  public void close() {
    context.close();
  }

  private ConfigurableApplicationContext start() {
    Map<String, Object> properties = new HashMap<>(RealParts.properties(database));
    properties.put("server.port", port);
    properties.put("server.address", "127.0.0.1");
    properties.put("pulse.gateway.public-url", url("").toString());
    properties.put("pulse.gateway.state-directory", stateFolder().toString());
    properties.put("pulse.gateway.accounts-file", accountsFile().toString());
    properties.put("pulse.gateway.reconciler-secret", RECONCILER_SECRET);
    properties.put("pulse.security.issuer", url("").toString());
    properties.put("pulse.security.jwk-set-uri", "http://127.0.0.1:" + port + "/oauth2/jwks");
    properties.put("pulse.city.directory", folder.resolve("city").toString());
    properties.put("logging.structured.format.console", "");
    properties.putAll(settings);
    String[] arguments =
        properties.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);
    return new SpringApplicationBuilder(Gateway.class)
        .initializers(
            context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
        .profiles("local")
        .run(arguments);
  }

  private static Path city() {
    try {
      Path folder = Files.createTempDirectory("gateway");
      Path city = Files.createDirectory(folder.resolve("city"));
      Files.writeString(city.resolve("units.csv"), UNITS);
      Files.writeString(city.resolve("city.json"), "{\"name\":\"昆明市\",\"today\":\"2024-06-10\"}");
      Files.writeString(city.resolve("banks.csv"), "code,name,public_key\nB001,农村信用社,x\n");
      Files.writeString(
          city.resolve("map.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
      return folder;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static final class Shared {
    static final RunningGateway GATEWAY = with(SmallService.shared(), Map.of());
  }
}
