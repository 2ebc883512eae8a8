package io.countypulse.reporting.reconcile;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures the departments compute from their own records, asked for as any machine would. */
final class OwnFigures {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;
  private static final int OK = 200;

  private final ReconcileSettings settings;
  private final Map<String, URI> services;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private @Nullable String token;

  OwnFigures(ReconcileSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
    Map<String, URI> named = settings.services();
    services = named == null ? Map.of() : Map.copyOf(named);
  }

  /** Who can be asked. */
  SortedSet<String> departments() {
    return new TreeSet<>(services.keySet());
  }

  /**
   * A department's figures of the whole city as of a day, each as {@link #text} writes it.
   *
   * @throws IOException where it cannot be had now
   */
  Map<FigureName, String> of(String department, LocalDate day)
      throws IOException, InterruptedException {
    URI service = Objects.requireNonNull(services.get(department), department);
    URI address = service.resolve("/api/" + department + "/figures?asOf=" + day);
    HttpResponse<String> answer = get(address);
    if (answer.statusCode() == UNAUTHORIZED) {
      token = null;
      answer = get(address);
    }
    if (answer.statusCode() != OK) {
      throw new IOException(department + " answers " + answer.statusCode());
    }
    return read(answer.body());
  }

  private Map<FigureName, String> read(String body) throws IOException {
    try {
      Map<FigureName, String> figures = new HashMap<>();
      for (JsonNode each : json.readTree(body).required("figures")) {
        FigureName name =
            new FigureName(
                each.required("county").asString(), each.required("indicator").asString());
        JsonNode value = each.required("value");
        figures.put(
            name,
            value.isNull()
                ? each.required("state").asString()
                : text(new BigDecimal(value.asString())));
      }
      return figures;
    } catch (JacksonException | NumberFormatException malformed) {
      throw new IOException("figures that cannot be read", malformed);
    }
  }

  /** A number without needless zeros: two sides may write 106.2 and 106.20. */
  static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    String held = token == null ? newToken() : token;
    token = held;
    return http.send(
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + held)
            .build(),
        BodyHandlers.ofString());
  }

  private String newToken() throws IOException, InterruptedException {
    String client = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
    HttpRequest request =
        HttpRequest.newBuilder(Objects.requireNonNull(settings.tokenUri()))
            .timeout(PATIENCE)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException("no token: " + answer.statusCode());
    }
    return json.readTree(answer.body()).path("access_token").asString();
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(Objects.requireNonNull(text), StandardCharsets.UTF_8);
  }
}
