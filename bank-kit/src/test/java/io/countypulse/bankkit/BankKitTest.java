package io.countypulse.bankkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank's integrator does before the first feed is sent. */
class BankKitTest {

  private static final Path SAMPLES =
      Path.of("../contracts/src/main/resources/contracts/bank-feed");
  private static final String UNITS = "../demo-city/src/main/resources/kunming/units.csv";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-06-10T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @TempDir Path directory;

  private String said = "";

  @Test
  void aKeyPairIsMadeOnceAndItsPrivateHalfIsForItsOwnerAlone() throws Exception {
    assertEquals(0, kit("keygen", file("keys")));
    Path secret = directory.resolve("keys/private.pem");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    String before = Files.readString(secret);
    assertEquals(2, kit("keygen", file("keys")));
    assertEquals(before, Files.readString(secret));
    assertTrue(said.contains("不会覆盖") && said.contains("not overwritten"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "gb18030", "jsonl"})
  void whatIsMadeFromATableIsSoundAndSigned(String form) throws Exception {
    kit("keygen", file("keys"));
    String feed = file("feed");
    String loans = SAMPLES.resolve("loans.csv").toString();
    assertEquals(0, make("--loans", loans, "--form", form, "--gzip"));
    assertEquals(0, kit("sign", feed, "--key", file("keys/private.pem")));
    assertEquals(0, kit("check", feed, "--key", file("keys/public.txt"), "--units", UNITS));
    assertTrue(said.contains("签名有效") && said.contains("250000.00"), said);
    assertEquals(0, make("--loans", loans));
    assertEquals(1, kit("check", feed, "--key", file("keys/public.txt")));
    assertTrue(said.contains("SIGNATURE_WRONG"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-06-07.csv", "2024-06-07-gb18030.csv.gz", "2024-06-07.jsonl"})
  void theSamplesAreSoundAndSigned(String sample) throws Exception {
    String feed = SAMPLES.resolve(sample).toString();
    String key = SAMPLES.resolve("public.txt").toString();
    assertEquals(0, kit("check", feed, "--key", key, "--units", UNITS), said);
    assertTrue(said.startsWith("签名有效"), said);
    assertFalse(said.contains("flag"), said);
  }

  @Test
  void aSampleNeedsNoTable() throws Exception {
    assertEquals(0, make());
    assertEquals(0, kit("check", file("feed")), said);
    assertEquals(1, kit("check", file("feed"), "--today", "2024-06-06"));
    assertTrue(said.contains("BUSINESS_DATE_IN_FUTURE"), said);
  }

  /** A row that cannot be understood or contradicts itself comes back; the others go in. */
  @ParameterizedTest
  @CsvSource({
    "',50000.00,0.00,,正常', ',5万,0.00,,正常', AMOUNT_MALFORMED",
    "',50000.00,0.00,,正常', ',\"50,000.00\",0.00,,正常', AMOUNT_MALFORMED",
    "2022-05-20, 2024-02-30, DATE_MALFORMED",
    "',50000.00,3.70,50000.00,', ',40000.00,3.70,50000.00,', BALANCE_ABOVE_AMOUNT",
    "'20000.00,5000.00', '20000.00,20000.01', OVERDUE_ABOVE_BALANCE",
    "JX2021-00204, JX2022-00017, DUPLICATE_IN_FEED",
    "H0A1B2C3D, 530190199001010011, CODE_IS_PERSONAL",
    "核销, 已还清, STATUS_UNKNOWN",
    "'2024-06-04,5', '2020-06-04,5', DATES_OUT_OF_ORDER",
    "',正常', '', FIELD_COUNT_WRONG",
    "'D,JX2022-00017', 'X,JX2022-00017', MARK_UNKNOWN",
  })
  void aBrokenRowComesBackWithItsReason(String what, String by, String code) throws Exception {
    breakSample(what, by);
    assertEquals(1, kit("check", file("feed")), said);
    assertTrue(said.contains("[" + code + "]"), said);
    assertFalse(said.contains("530190199001010011"), said);
  }

  /** A feed that is not what its first record says is refused as a whole. */
  @ParameterizedTest
  @CsvSource({
    "'H,JX,', 'D,JX,', HEADER_MISSING",
    "',118,8,', ',118,9,', COUNT_MISMATCH",
    "',250000.00,', ',250000.01,', OUTSTANDING_MISMATCH",
    "',8,250000.00,35000.00', ',8,250000.00,3.5万', HEADER_FIELD_WRONG",
    "'H,JX,2024-06-07', 'H,JX,2024-06-11', BUSINESS_DATE_IN_FUTURE",
  })
  void aBrokenHeaderSpoilsTheWhole(String what, String by, String code) throws Exception {
    breakSample(what, by);
    assertEquals(1, kit("check", file("feed")), said);
    assertTrue(said.contains("[" + code + "]"), said);
    assertTrue(said.contains("整份将被退回 the feed would be refused as a whole"), said);
  }

  @Test
  void aWorkbookAndHalfAGzipFileAreToldApartFromAWrongCount() throws Exception {
    Files.write(directory.resolve("feed"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 1, 2, 3});
    assertEquals(1, kit("check", file("feed")));
    assertTrue(said.contains("[FEED_FORMAT_UNKNOWN]"), said);
    byte[] whole = Files.readAllBytes(SAMPLES.resolve("2024-06-07-gb18030.csv.gz"));
    Files.write(directory.resolve("feed"), Arrays.copyOf(whole, whole.length / 2));
    assertEquals(1, kit("check", file("feed")));
    assertTrue(said.contains("[FEED_TRUNCATED]"), said);
  }

  @Test
  void ofTwoRowsAlikeTheLaterComesBack() throws Exception {
    String sample = sample().replace("118,8,250000", "118,9,300000");
    Files.writeString(directory.resolve("feed"), sample + sample.lines().toList().get(1) + "\n");
    assertEquals(1, kit("check", file("feed")));
    assertTrue(said.contains("第 10 行 line 10 借据号 [DUPLICATE_IN_FEED]"), said);
    assertTrue(said.contains("与第 2 行重复") && said.contains("would be refused 1"), said);
  }

  @Test
  void anUnknownCountyIsOnlyFlagged() throws Exception {
    breakSample("宜良县", "宜凉县");
    assertEquals(0, kit("check", file("feed"), "--units", UNITS));
    assertTrue(said.contains("UNKNOWN_COUNTY: 1"), said);
  }

  @Test
  void whatIsNotUnderstoodIsSaid() throws Exception {
    assertEquals(2, kit());
    assertTrue(said.contains("./pulse bank-kit keygen"), said);
    assertEquals(2, kit("check", "nowhere.csv"));
    assertEquals(2, kit("make", file("feed"), "--bank", "JX", "--date", "7 June"));
    assertTrue(said.contains("日期应写作 2024-06-10"), said);
    assertEquals(2, kit("make", file("feed"), "--colour", "red"));
    Files.writeString(directory.resolve("loans"), "loanNumber,householdId\n1,2\n");
    assertEquals(2, make("--loans", file("loans")));
    assertTrue(said.contains("缺少列 县（市）区。 The column county is missing."), said);
  }

  private int make(String... more) throws InterruptedException {
    String[] words = {
      "make", file("feed"), "--bank", "JX", "--date", "2024-06-07", "--sequence", "1"
    };
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return kit(all);
  }

  private void breakSample(String what, String by) throws IOException {
    assertTrue(sample().contains(what), what);
    Files.writeString(directory.resolve("feed"), sample().replace(what, by));
  }

  private static String sample() throws IOException {
    return Files.readString(SAMPLES.resolve("2024-06-07.csv"));
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private int kit(String... words) throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream screen = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = new BankKit(screen, CLOCK, Map.of()).run(List.of(words));
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }
}
