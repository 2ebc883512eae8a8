package io.countypulse.local.city;

import io.countypulse.local.Screen;
import io.countypulse.local.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Hands the city's files in on the first run, through the public API, and shows how far they are. A
 * file that was cut short is handed in again: the same bytes change nothing twice.
 */
public final class Loading {
  private static final Set<String> FINAL = Set.of("COMPLETED", "REFUSED", "FAILED");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int TRIES = 30;

  private final Screen screen;
  private final ImportApi api;
  private final Ending ending;

  private Loading(Screen screen, ImportApi api, Ending ending) {
    this.screen = screen;
    this.api = api;
    this.ending = ending;
  }

  /**
   * Loads what has not been loaded: the departments' files, then the banks' feeds.
   *
   * @param gateway where the gateway is reached from this machine
   * @param ending whether the platform is about to stop
   */
  public static void load(City city, StateFolder state, URI gateway, Screen screen, Ending ending)
      throws InterruptedException {
    Accounts accounts = Accounts.read(state);
    Marks marks = new Marks(city, state);
    MachineClient credit = new MachineClient(gateway, accounts.client("CREDIT_LEAD"));
    Map<String, ImportApi> services =
        Map.of(
            "employment",
            new ImportApi(new MachineClient(gateway, accounts.client("EMPLOYMENT_LEAD"))),
            "credit",
            new ImportApi(credit),
            "subsidy",
            new ImportApi(new MachineClient(gateway, accounts.client("SUBSIDY_LEAD"))));
    for (CityFile file : CityFile.of(city.path())) {
      String before = marks.of(file.mark());
      if (!before.equals("COMPLETED") && !before.equals("REFUSED")) {
        ImportApi api = Objects.requireNonNull(services.get(file.service()));
        marks.set(file.mark(), new Loading(screen, api, ending).load(file));
      }
    }
    List<List<Feed>> feeds = List.copyOf(Feed.of(city.path()).values());
    new FeedLoading(screen, credit, ending, marks).load(feeds);
  }

  /** Tries again for a while: any process may be restarting at any moment. */
  private String load(CityFile file) throws InterruptedException {
    String problem = "";
    for (int attempt = 0; attempt < TRIES && !ending.now(); attempt++) {
      try {
        HttpResponse<String> answer = api.handIn(file);
        var location = answer.headers().firstValue("Location").map(URI::create);
        if (location.isPresent()) {
          return follow(file, location.get());
        }
        problem = answer.statusCode() + " " + answer.body();
        if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
          break;
        }
      } catch (IOException e) {
        problem = e.toString();
      }
      ending.within(BETWEEN_TRIES);
    }
    screen.step(file.name() + " 未能导入", "not imported: " + problem);
    return "FAILED";
  }

  private String follow(CityFile file, URI location) throws IOException, InterruptedException {
    long lastLine = System.nanoTime();
    int failures = 0;
    while (!ending.now()) {
      try {
        JsonNode now = api.progress(location);
        failures = 0;
        if (FINAL.contains(now.path("status").asString())) {
          return finished(file, now);
        }
        if (System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
          lastLine = System.nanoTime();
          reading(file, now);
        }
      } catch (IOException e) {
        if (++failures > TRIES) {
          throw e;
        }
      }
      ending.within(BETWEEN_LOOKS);
    }
    return "FAILED";
  }

  private void reading(CityFile file, JsonNode now) {
    long rows = now.path("progress").path("rowsRead").asLong();
    if (now.path("progress").path("phase").asString("").equals("APPLYING")) {
      screen.step("  %s：%,d 行正在写入".formatted(file.name(), rows), "being applied");
    } else {
      screen.step("  %s：已读 %,d 行".formatted(file.name(), rows), "rows read");
    }
  }

  private String finished(CityFile file, JsonNode now) {
    String status = now.path("status").asString();
    if (!status.equals("COMPLETED")) {
      screen.step(file.name() + " " + status, now.path("message").asString(""));
      return status;
    }
    long applied = now.path("rows").path("applied").asLong();
    long unchanged = now.path("rows").path("unchanged").asLong();
    long rejected = now.path("rows").path("rejected").asLong();
    screen.step(
        "%s 导入 %,d 行，未变 %,d 行，退回 %,d 行".formatted(file.name(), applied, unchanged, rejected),
        "applied, unchanged, rejected");
    return status;
  }
}
