package io.countypulse.city;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.city.ReadFeeds.Feed;
import io.countypulse.city.ReadFeeds.Said;
import io.countypulse.city.files.Table;
import io.countypulse.city.lending.BankDays;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two tables of microcredit come out of the banks' files (DOMAIN.md § 5, § 9). */
class LendingProofTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final Place KUNMING = Kunming.PLACE;
  private static final Map<String, String> CODES = new HashMap<>();
  private static final LocalDate MONTH_AGO = LocalDate.of(2024, 5, 10);

  /** Columns of the oracle. */
  private static final int ISSUED = 2;

  private static final int ISSUED_HOUSEHOLDS = 3;
  private static final int COMPLETION = 4;
  private static final int OUTSTANDING = 5;
  private static final int OVERDUE = 6;
  private static final int OVERDUE_HOUSEHOLDS = 7;
  private static final int OVERDUE_RATE = 8;

  private static final Path DIRECTORY = Kunming.directory();

  private static Generated made;
  private static Map<String, List<Feed>> feeds;
  private static Map<String, String[]> monthAgo;
  private static Map<String, String[]> today;

  @BeforeAll
  static void generate() throws Exception {
    made = Kunming.made();
    feeds = new LinkedHashMap<>();
    for (Path file : made.feeds()) {
      Feed feed = ReadFeeds.of(file);
      feeds.computeIfAbsent(feed.header().get(1), _ -> new ArrayList<>()).add(feed);
    }
    List<String> lines = Oracle.creditFigures(DIRECTORY, MONTH_AGO, TODAY);
    monthAgo = figures(lines.subList(1, lines.size() / 2));
    today = figures(lines.subList(1 + lines.size() / 2, lines.size()));
  }

  @Test
  void everyCellOfTheTableOfLoansIssuedComesOut() throws IOException {
    for (var row : table("microcredit_issued.csv")) {
      String unit = code(row.getField("county"));
      assertMoney(row.getField("issued_10k_yuan"), cell(today, unit, ISSUED));
      assertNumber(
          row.getField("published_completion_percent"), number(today, unit, COMPLETION), unit);
      assertNumber(
          row.getField("published_completion_percent_2024_05_10"),
          number(monthAgo, unit, COMPLETION),
          unit);
      assertNumber(row.getField("published_change_points"), change(unit, COMPLETION), unit);
    }
  }

  @Test
  void everyCellOfTheTableOfLoansOverdueComesOut() throws IOException {
    for (var row : table("microcredit_overdue.csv")) {
      String unit = code(row.getField("county"));
      assertMoney(row.getField("overdue_10k_yuan"), cell(today, unit, OVERDUE));
      assertEquals(row.getField("overdue_households"), cell(today, unit, OVERDUE_HOUSEHOLDS));
      assertNumber(
          row.getField("published_overdue_percent"), number(today, unit, OVERDUE_RATE), unit);
      assertEquals(
          row.getField("published_trend"),
          List.of("down", "", "up").get(1 + change(unit, OVERDUE_RATE).signum()),
          unit);
      assertTrue(number(today, unit, OUTSTANDING).signum() > 0, unit);
    }
  }

  @Test
  void theFiguresOfTheSentencesComeOut() {
    assertEquals("3385", cell(today, "530100", ISSUED_HOUSEHOLDS));
    assertEquals("163636000.00", cell(today, "530100", ISSUED));
    assertEquals("1.22", cell(today, "530100", OVERDUE_RATE));
    assertEquals("1.25", cell(monthAgo, "530100", OVERDUE_RATE));
    assertEquals("5.19", change("530100", COMPLETION).toString());
  }

  @Test
  void unitsOfNoTableHaveNothing() throws IOException {
    Set<String> lenders =
        table("microcredit_issued.csv").stream()
            .map(row -> code(row.getField("county")))
            .collect(toSet());
    today.forEach(
        (unit, cells) -> {
          if (!lenders.contains(unit)) {
            assertEquals(Set.of("NOT_REPORTED"), Arrays.stream(cells).skip(1).collect(toSet()));
          }
        });
  }

  @Test
  void everyBankReportsOnEveryBusinessDayFromMayOn() {
    List<LocalDate> days = BankDays.between(LocalDate.of(2024, 5, 1), TODAY);
    assertEquals(26, days.size());
    assertEquals(Bank.ALL.stream().map(Bank::code).toList(), List.copyOf(feeds.keySet()));
    feeds.values().forEach(own -> assertEquals(days, own.stream().map(Feed::day).toList()));
  }

  @Test
  void theFirstRecordSaysWhatTheOthersAddUpTo() {
    for (List<Feed> own : feeds.values()) {
      for (Feed feed : own) {
        assertEquals("H", feed.header().getFirst());
        assertEquals(1 + own.indexOf(feed), Integer.parseInt(feed.header().get(3)));
        assertEquals(feed.loans().size(), Integer.parseInt(feed.header().get(4)));
        assertEquals(feed.sum(Said::balance).toString(), feed.header().get(5));
        assertEquals(feed.sum(Said::overdue).toString(), feed.header().get(6));
      }
    }
  }

  @Test
  void everySignatureProvesItsBank() throws Exception {
    Map<String, String> keys = new HashMap<>();
    try (InputStream in = Files.newInputStream(DIRECTORY.resolve("banks.csv"))) {
      Table.read(in).forEach(row -> keys.put(row.getField("code"), row.getField("public_key")));
    }
    for (Path file : made.feeds()) {
      String bank = file.getName(file.getNameCount() - 2).toString();
      byte[] key = Base64.getDecoder().decode(keys.getOrDefault(bank, ""));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
      verifier.update(Files.readAllBytes(file));
      String signature = Files.readString(Path.of(file + ".sig")).strip();
      assertTrue(verifier.verify(Base64.getDecoder().decode(signature)), file.toString());
    }
  }

  @Test
  void everyLoanIsSound() {
    all(_ -> true)
        .forEach(
            said -> {
              assertTrue(said.balance().compareTo(said.amount()) <= 0, said.loan());
              assertTrue(said.overdue().compareTo(said.balance()) <= 0, said.loan());
              assertTrue(said.amount().compareTo(new BigDecimal(50_000)) <= 0, said.loan());
              assertTrue(said.issued().isBefore(said.due()), said.loan());
              assertTrue(BankDays.isOpen(said.issued()) || said.issued().getYear() < 2024);
              assertEquals(said.overdue().signum() > 0, !said.since().isEmpty(), said.loan());
              assertEquals(said.overdue().signum() > 0, said.is("逾期"), said.loan());
              assertTrue(
                  said.since().isEmpty() || said.issued().isBefore(LocalDate.parse(said.since())),
                  said.loan());
              assertEquals(
                  said.balance().signum() == 0, said.is("结清") || said.is("核销"), said.loan());
            });
  }

  @Test
  void loansAreToHouseholdsOfTheRegisterButForTheThreeThatAreNotCovered() throws IOException {
    Map<String, String> countyOf = new HashMap<>();
    try (Stream<String> lines = Files.lines(DIRECTORY.resolve("households.csv"))) {
      lines
          .skip(1)
          .map(line -> line.split(",", 5))
          .forEach(cells -> countyOf.put(cells[3], code(cells[0])));
    }
    Set<String> strangers =
        all(said -> !countyOf.containsKey(said.household())).map(Said::household).collect(toSet());
    assertEquals(3, strangers.size());
    all(said -> countyOf.containsKey(said.household()))
        .forEach(
            said -> assertEquals(countyOf.get(said.household()), code(said.county()), said.loan()));
  }

  @Test
  void loansLiveFromIssueToSettlement() {
    for (String status : List.of("正常", "逾期", "展期", "续贷", "结清", "核销")) {
      assertTrue(last().anyMatch(said -> said.is(status)), status);
    }
    assertTrue(last().anyMatch(said -> said.is("续贷") && said.due().isAfter(TODAY)));
    assertTrue(last().anyMatch(said -> said.issued().isAfter(MONTH_AGO)), "issued meanwhile");
    assertTrue(last().anyMatch(said -> said.amount().subtract(said.balance()).signum() > 0));
    assertTrue(last().anyMatch(said -> said.overdue().signum() > 0 && said.due().isAfter(TODAY)));
    Set<String> still = last().map(Said::loan).collect(toSet());
    assertTrue(
        all(said -> said.is("结清")).anyMatch(said -> !still.contains(said.loan())), "left out");
  }

  @Test
  void someLoansFellDueBeforeTheirBankSaysSo() {
    long unnoticed =
        last()
            .filter(said -> said.due().isBefore(TODAY) && said.balance().signum() > 0)
            .filter(said -> said.is("正常"))
            .count();
    assertTrue(unnoticed >= 5, unnoticed + " loans");
  }

  @Test
  void loansFallDueInTheNextThirtySixtyAndNinetyDays() {
    for (int days = 30; days <= 90; days += 30) {
      LocalDate from = TODAY.plusDays(days - 29L);
      LocalDate to = TODAY.plusDays(days + 1L);
      assertTrue(
          last().filter(said -> !said.due().isBefore(from) && said.due().isBefore(to)).count()
              > 300);
    }
  }

  @Test
  void aFewLoansStretchTheRules() {
    assertEquals(3, last().filter(said -> said.due().isAfter(said.issued().plusYears(3))).count());
    Map<String, List<Said>> households = last().collect(groupingBy(Said::household));
    assertEquals(3, households.values().stream().filter(LendingProofTest::aboveTheCap).count());
    assertTrue(households.values().stream().anyMatch(own -> own.size() == 2 && !aboveTheCap(own)));
  }

  @Test
  void mostLoansAreTheSameFromDayToDay() {
    for (List<Feed> own : feeds.values()) {
      for (int i = 1; i < own.size(); i++) {
        Set<Said> before = Set.copyOf(own.get(i - 1).loans().values());
        var now = own.get(i).loans().values();
        long changed = now.stream().filter(said -> !before.contains(said)).count();
        assertTrue(changed * 100 < now.size(), own.get(i).header() + ": " + changed);
      }
    }
  }

  private static boolean aboveTheCap(List<Said> loans) {
    BigDecimal owed = loans.stream().map(Said::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
    return owed.compareTo(new BigDecimal(50_000)) > 0;
  }

  private static Stream<Said> all(Predicate<Said> which) {
    return feeds.values().stream()
        .flatMap(List::stream)
        .flatMap(feed -> feed.loans().values().stream())
        .filter(which);
  }

  /** What the banks say on the last day. */
  private static Stream<Said> last() {
    return feeds.values().stream().flatMap(own -> own.getLast().loans().values().stream());
  }

  private static List<NamedCsvRecord> table(String name) throws IOException {
    try (InputStream in = LendingProofTest.class.getResourceAsStream("/kunming/" + name)) {
      return Table.read(Objects.requireNonNull(in));
    }
  }

  private static Map<String, String[]> figures(List<String> lines) {
    Map<String, String[]> figures = new HashMap<>();
    lines.stream()
        .filter(line -> !line.startsWith("county,"))
        .map(line -> line.split(",", -1))
        .forEach(cells -> figures.put(cells[0], cells));
    return figures;
  }

  private static String code(String text) {
    return CODES.computeIfAbsent(
        text,
        _ ->
            KUNMING.units().stream()
                .filter(unit -> unit.isCalled(text))
                .findFirst()
                .orElseThrow()
                .code());
  }

  private static String cell(Map<String, String[]> figures, String unit, int column) {
    return Objects.requireNonNull(figures.get(unit), unit)[column];
  }

  private static BigDecimal number(Map<String, String[]> figures, String unit, int column) {
    return new BigDecimal(cell(figures, unit, column));
  }

  private static BigDecimal change(String unit, int column) {
    return number(today, unit, column).subtract(number(monthAgo, unit, column));
  }

  private static void assertMoney(String tenThousands, String yuan) {
    assertNumber(tenThousands, new BigDecimal(yuan).movePointLeft(4), tenThousands);
  }

  private static void assertNumber(String expected, BigDecimal actual, String where) {
    assertEquals(0, new BigDecimal(expected).compareTo(actual), where + ": " + actual);
  }
}
