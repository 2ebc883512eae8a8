package io.countypulse.city;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.city.files.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

  @TempDir Path directory;

  @Test
  void theSameSeedGivesTheSameBytesInEveryFormat() throws IOException {
    for (Format format : Format.values()) {
      Path first = make("first-" + format, 7, format);
      Path again = make("again-" + format, 7, format);
      try (Stream<Path> files = Files.walk(first)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertArrayEquals(
              Files.readAllBytes(file),
              Files.readAllBytes(again.resolve(first.relativize(file))),
              file.toString());
        }
      }
    }
  }

  @Test
  void anotherSeedMakesOtherPeople() throws IOException {
    Path one = make("one", 1, Format.CSV).resolve("workers.csv");
    Path two = make("two", 2, Format.CSV).resolve("workers.csv");
    assertTrue(Files.mismatch(one, two) >= 0);
  }

  @Test
  void everyFormatSaysTheSame() throws IOException {
    List<String> csv = Files.readAllLines(make("csv", 7, Format.CSV).resolve("workers.csv"));
    Path chinese = make("gb", 7, Format.GB18030).resolve("workers.csv");
    assertEquals(csv, Files.readAllLines(chinese, Charset.forName("GB18030")));
    Path sheet = make("sheet", 7, Format.XLSX).resolve("workers.xlsx");
    try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(sheet))) {
      List<String> lines =
          book.getFirstSheet().read().stream()
              .map(
                  row ->
                      row.stream()
                          .map(cell -> cell == null ? "" : cell.getText())
                          .reduce((a, b) -> a + "," + b)
                          .orElse(""))
              .toList();
      assertEquals(csv, lines);
    }
  }

  @Test
  void theFolderOfKunmingIsReadyToStart() throws IOException {
    new CityFolder(directory, Places.kunming()).write(1);
    try (var units = FolderTest.class.getResourceAsStream("/kunming/units.csv")) {
      assertArrayEquals(
          units == null ? new byte[0] : units.readAllBytes(),
          Files.readAllBytes(directory.resolve("units.csv")));
    }
    assertEquals(
        "{\"name\":\"昆明市\",\"code\":\"530100\",\"today\":\"2024-06-10\"}\n",
        Files.readString(directory.resolve("city.json")));
    assertTrue(Files.size(directory.resolve("map.geojson")) > 10_000);
  }

  @Test
  void targetsHoldThreeYearsOfWorkAndOneOfLending() throws IOException {
    CityFolder folder = new CityFolder(directory, Places.kunming());
    List<String> lines = Files.readAllLines(folder.writeTargets(Format.CSV));
    assertEquals("县（市）区,年度,项目,目标值,完成时限", lines.getFirst());
    assertTrue(lines.contains("东川区,2024,务工人数,50000,2024-12-31"));
    assertTrue(lines.contains("东川区,2024,小额信贷发放,20000,2024-07-31"));
    assertEquals(1 + 3 * 15 + 10, lines.size());
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("阳宗海")));
  }

  @Test
  void aFolderIsWholeOnceItHasItsName() throws IOException {
    Path folder = make("again", 7, Format.CSV);
    Files.createFile(folder.resolve("workers-2.csv"));
    assertThrows(IOException.class, () -> make("again", 7, Format.CSV));
    assertFalse(Files.exists(folder.resolve("city.json")));
  }

  @Test
  void feedsOfAnotherSeedOrPlaceAreNotMixedIn() throws IOException {
    Path folder = make("again", 7, Format.CSV);
    Files.createFile(folder.resolve("feeds/HMNS/2025-03-30.csv.gz"));
    IOException refused = assertThrows(IOException.class, () -> make("again", 7, Format.CSV));
    assertTrue(String.valueOf(refused.getMessage()).contains("目录中已有其他报送"));
    assertFalse(Files.exists(folder.resolve("city.json")));
  }

  @Test
  void aPrefectureWithoutMapHasNone() throws IOException {
    Path linhe = make("linhe", 7, Format.CSV);
    assertFalse(Files.exists(linhe.resolve("map.geojson")));
    assertTrue(Files.readString(linhe.resolve("city.json")).contains("2025-03-31"));
  }

  @Test
  void aBanksKeySignsWhatItsPublicKeyProves() throws Exception {
    Bank bank = Bank.ALL.getFirst();
    byte[] feed = "H,HMNS,2024-06-10,1".getBytes(Charset.forName("UTF-8"));
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(bank.keys(9).getPrivate());
    signer.update(feed);
    byte[] signed = signer.sign();
    byte[] written = Base64.getDecoder().decode(bank.publicKey(9));
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(written));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(feed);
    assertTrue(verifier.verify(signed));
  }

  @Test
  void aWrongArgumentIsSaid() {
    assertThrows(IllegalArgumentException.class, () -> Arguments.of("--out"));
    assertThrows(IllegalArgumentException.class, () -> Arguments.of("--size", "city"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Arguments.of("--out", "x", "--place", "nowhere").toPlace());
    assertEquals(Size.NATION, Arguments.of("--out", "x", "--size", "nation").size());
  }

  private Path make(String name, long seed, Format format) throws IOException {
    Path folder = directory.resolve(name);
    new Generator(Places.linhe(), seed, format).write(folder, _ -> {});
    return folder;
  }
}
