package io.countypulse.reporting;

import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real parts, as a caller and an operator meet it. */
public final class RunningService implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The setting that names the broker. */
  public static final String BROKERS = "spring.kafka.bootstrap-servers";

  private final ConfigurableApplicationContext context;
  private final String baseUrl;

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
    baseUrl = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** What a service on a new, empty database is started with; keep it to start it again. */
  public static Map<String, String> newSettings() {
    Map<String, String> settings = new LinkedHashMap<>(RealParts.properties("reporting"));
    settings.putAll(TestTokens.shared().properties());
    settings.put("pulse.city.directory", cityDirectory());
    settings.put("pulse.reporting.state-directory", temporaryDirectory());
    settings.put("server.port", "0");
    settings.put("server.address", "127.0.0.1");
    settings.put("logging.structured.format.console", "");
    settings.put("logging.config", "classpath:logback-test.xml");
    return settings;
  }

  /** The same, with a log of its own: no other story's people are counted. */
  public static Map<String, String> newSettingsAndLog() {
    Map<String, String> settings = newSettings();
    settings.put(BROKERS, RealParts.newBroker());
    return settings;
  }

  public static RunningService start(Map<String, String> settings) {
    SpringApplication application = new SpringApplication(ReportingService.class);
    String[] arguments =
        settings.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);
    return new RunningService(application.run(arguments));
  }

  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  public HttpResponse<String> get(String path, String token) {
    try {
      return HTTP.send(request(path, token), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  public JsonNode getJson(String path, String token) {
    HttpResponse<String> response = get(path, token);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " → " + response.statusCode() + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** Sends JSON: {@code POST} or {@code PUT}. */
  public HttpResponse<String> send(String method, String path, String token, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  /** Opens a stream of server-sent events. */
  public InputStream stream(String path, String token) {
    try {
      return HTTP.send(request(path, token), BodyHandlers.ofInputStream()).body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  private HttpRequest request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  private static String cityDirectory() {
    return Path.of("src", "test", "resources", "city").toAbsolutePath().toString();
  }

  private static String temporaryDirectory() {
    try {
      return Files.createTempDirectory("reporting-state").toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
