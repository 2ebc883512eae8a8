package io.countypulse.local.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countypulse.local.Refusal;
import io.countypulse.local.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityTest {
  @TempDir Path directory;

  private StateFolder state;

  @BeforeEach
  void createState() {
    state = new StateFolder(directory.resolve("state")).create();
  }

  @Test
  void withoutAWishItIsTheDemoCity() {
    assertEquals(state.demoCity(), City.of(state, null).path());
  }

  @Test
  void aStateRemembersItsCity() throws Exception {
    Path dali = city("dali");
    City.of(state, dali).record(state);
    assertEquals(dali, City.of(state, null).path());
    Path qujing = city("qujing");
    Refusal refusal = assertThrows(Refusal.class, () -> City.of(state, qujing));
    assertEquals(
        "此状态目录属于另一城市（%s），请用 --state 另指定目录。 This state belongs to another city (%s); choose another --state."
            .formatted(dali, dali),
        refusal.getMessage());
  }

  @Test
  void aFolderThatIsNoCityIsRefused() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Refusal refusal = assertThrows(Refusal.class, () -> City.of(state, empty));
    assertEquals(
        "城市目录 %s 缺少 units.csv。 The city folder %s has no units.csv.".formatted(empty, empty),
        refusal.getMessage());
  }

  @Test
  void householdsGoInBeforeWorkersAndTargetsLast() throws Exception {
    Path city = city("dali");
    for (String file : List.of("targets.xlsx", "workers.csv", "households.csv", "notes.txt")) {
      Files.createFile(city.resolve(file));
    }
    assertEquals(
        List.of("households.csv", "workers.csv", "targets.xlsx", "credit/targets.xlsx"),
        CityFile.of(city).stream().map(CityFile::mark).toList());
  }

  @Test
  void whatSubsidiesWerePaidGoesInAfterThoseWhoMayHaveThem() throws Exception {
    Path city = city("dali");
    for (String file :
        List.of(
            "verification-calls.csv", "transport-payments.xlsx", "students.csv", "workers.csv")) {
      Files.createFile(city.resolve(file));
    }
    assertEquals(
        List.of(
            "workers.csv",
            "subsidy/students.csv",
            "subsidy/transport-payments.xlsx",
            "subsidy/verification-calls.csv"),
        CityFile.of(city).stream().map(CityFile::mark).toList());
  }

  @Test
  void aRegisterInPartsGoesInPartByPart() throws Exception {
    Path city = city("yunlu");
    for (String file :
        List.of("workers-10.csv", "workers-9.csv", "households-1.csv", "workers-x.csv")) {
      Files.createFile(city.resolve(file));
    }
    assertEquals(
        List.of("households-1.csv", "workers-9.csv", "workers-10.csv"),
        CityFile.of(city).stream().map(CityFile::name).toList());
  }

  @Test
  void eachBanksFeedsGoInByDay() throws Exception {
    Path city = city("dali");
    for (String file : List.of("B/2024-06-03.csv", "A/2024-06-04.jsonl", "A/2024-06-03.csv.gz")) {
      Path feed = city.resolve("feeds").resolve(file);
      Files.createDirectories(feed.getParent());
      Files.createFile(feed);
      Files.writeString(Path.of(feed + ".sig"), "c2ln\n");
    }
    var feeds = Feed.of(city);
    assertEquals(List.of("A", "B"), List.copyOf(feeds.keySet()));
    assertEquals(
        List.of("2024-06-03.csv.gz", "2024-06-04.jsonl"),
        feeds.getOrDefault("A", List.of()).stream().map(Feed::name).toList());
    assertEquals("c2ln", feeds.getOrDefault("B", List.of()).getFirst().signature());
  }

  private Path city(String name) throws Exception {
    Path city = Files.createDirectory(directory.resolve(name));
    Files.createFile(city.resolve("units.csv"));
    Files.createFile(city.resolve("city.json"));
    return city;
  }
}
