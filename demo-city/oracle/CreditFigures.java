import java.io.*;
import java.math.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.*;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/*
 * The credit figures of DOMAIN.md § 7, worked out from the banks' files and the targets alone. Shares nothing with the product.
 *
 *   java CreditFigures.java CITY 2024-06-10
 *   java CreditFigures.java [--asOf D] FILE... DATE...
 *
 * CITY is a folder with units.csv, targets.csv and feeds/<bank>/<date>.*; files one by one are taken in their order: targets by their
 * header, the rest as feeds in CSV or JSON Lines, plain or gzip, UTF-8 or GB18030. units.csv beside the first file is read if it is
 * there. A feed of a day that was read before is a correction of it if its sequence is not lower. Signatures are not looked at.
 */

/** What a bank says of a loan on a day; money in yuan. */
record Said(String household, String county, LocalDate issued, LocalDate due, BigDecimal amount, BigDecimal balance,
    BigDecimal overdue, String status) {}

/** A bank's full position of a day. */
record Feed(String bank, LocalDate day, long sequence, Map<String, Said> loans) {}

static final class Sums {
  boolean records, positions;
  BigDecimal target;
  BigDecimal issued = BigDecimal.ZERO, outstanding = BigDecimal.ZERO, overdue = BigDecimal.ZERO;
  final Set<String> borrowers = new HashSet<>(), debtors = new HashSet<>();
}

static final Pattern PAIR = Pattern.compile("\"([^\"]+)\"\\s*:\\s*(?:\"([^\"]*)\"|([^,}\\s]+))");

final Map<String, String> units = new HashMap<>();
final Set<String> codes = new LinkedHashSet<>();
final Map<String, NavigableMap<LocalDate, Feed>> feeds = new TreeMap<>();
final Map<String, Collection<NavigableMap<LocalDate, Said>>> histories = new HashMap<>();
final Map<String, NavigableMap<LocalDate, BigDecimal>> targets = new LinkedHashMap<>();
String city = "总计";
LocalDate asOf = LocalDate.MIN;

void main(String... words) throws Exception {
  List<LocalDate> days = new ArrayList<>();
  for (int i = 0; i < words.length; i++) {
    if (words[i].equals("--asOf")) asOf = LocalDate.parse(words[++i]);
    else if (words[i].matches("\\d{4}-\\d\\d-\\d\\d")) days.add(LocalDate.parse(words[i]));
    else open(Path.of(words[i]).toAbsolutePath());
  }
  for (LocalDate day : days) {
    if (days.size() > 1) IO.println("# " + day);
    print(day);
  }
}

void open(Path path) throws Exception {
  Path folder = Files.isDirectory(path) ? path : path.getParent();
  if (codes.isEmpty() && Files.exists(folder.resolve("units.csv")))
    for (var row : table(folder.resolve("units.csv"))) unit(row);
  if (folder != path) read(path);
  else
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted().toList())
        if (file.startsWith(path.resolve("feeds")) && Files.isRegularFile(file) && !file.toString().endsWith(".sig") || file.endsWith("targets.csv"))
          read(file);
    }
}

void read(Path file) throws Exception {
  List<String> lines = text(file).lines().filter(line -> !line.isBlank()).toList();
  if (lines.getFirst().contains("目标值")) for (var row : table(file)) target(row);
  else feed(lines);
}

/** Decompressed where it begins as gzip does; GB18030 where it is not UTF-8. */
static String text(Path file) throws Exception {
  byte[] bytes = Files.readAllBytes(file);
  if (bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b)
    bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  String text;
  try {
    text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
  } catch (CharacterCodingException other) {
    text = new String(bytes, Charset.forName("GB18030"));
  }
  return text.startsWith("\uFEFF") ? text.substring(1) : text;
}

static List<Map<String, String>> table(Path file) throws Exception {
  List<String> lines = text(file).lines().toList();
  String[] header = lines.getFirst().split(",");
  List<Map<String, String>> rows = new ArrayList<>();
  for (String line : lines.subList(1, lines.size())) {
    String[] cells = line.split(",", -1);
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.length; i++) row.put(header[i], i < cells.length ? cells[i].strip() : "");
    rows.add(row);
  }
  return rows;
}

void unit(Map<String, String> row) {
  String code = row.get("code");
  if (row.get("parent").isEmpty()) city = code;
  else codes.add(code);
  for (String name : (code + ";" + row.get("name") + ";" + row.get("full_name") + ";" + row.get("aliases")).split(";"))
    units.put(plain(name), code);
}

/** In 万元. The first target of a year counts from 1 January, a change from its file's date. */
void target(Map<String, String> row) {
  if (!row.get("项目").equals("小额信贷发放")) return;
  LocalDate newYear = LocalDate.of(Integer.parseInt(row.get("年度")), 1, 1);
  BigDecimal value = new BigDecimal(row.get("目标值")).movePointRight(4);
  var history = targets.computeIfAbsent(county(row.get("县（市）区")) + newYear.getYear(), _ -> new TreeMap<>());
  if (history.isEmpty()) history.put(newYear, value);
  else history.put(asOf.isAfter(newYear) ? asOf : newYear, value);
}

void feed(List<String> lines) {
  List<String> head = cells(lines.getFirst());
  Map<String, Said> loans = new LinkedHashMap<>();
  for (String line : lines.subList(1, lines.size())) {
    List<String> c = cells(line);
    loans.put(c.get(1), new Said(c.get(2), county(c.get(3)), LocalDate.parse(c.get(4)), LocalDate.parse(c.get(5)), new BigDecimal(c.get(6)),
        new BigDecimal(c.get(8)), new BigDecimal(c.get(9)), c.get(11)));
  }
  Feed feed = new Feed(head.get(1), LocalDate.parse(head.get(2)), Long.parseLong(head.get(3)), loans);
  if (loans.size() != Integer.parseInt(head.get(4)) || sum(feed, Said::balance).compareTo(new BigDecimal(head.get(5))) != 0
      || sum(feed, Said::overdue).compareTo(new BigDecimal(head.get(6))) != 0)
    throw new IllegalStateException("the first record of " + feed.bank() + " " + feed.day() + " says something else than the others");
  feeds.computeIfAbsent(feed.bank(), _ -> new TreeMap<>()).merge(feed.day(), feed, (a, b) -> b.sequence() < a.sequence() ? a : b);
}

/** The fields in their order; in JSON the objects have them in that order too. */
static List<String> cells(String line) {
  if (!line.startsWith("{")) return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  Stream<String> values = PAIR.matcher(line).results().map(pair -> Objects.requireNonNullElse(pair.group(2), pair.group(3)));
  return Stream.concat(Stream.of(line.contains("序号") ? "H" : "D"), values).toList();
}

static BigDecimal sum(Feed feed, Function<Said, BigDecimal> field) {
  return feed.loans().values().stream().map(field).reduce(BigDecimal.ZERO, BigDecimal::add);
}

void print(LocalDate day) {
  LinkedHashMap<String, Sums> sums = new LinkedHashMap<>();
  sums.put(city, new Sums());
  codes.forEach(code -> sums.put(code, new Sums()));
  sums.put("UNKNOWN", new Sums());
  feeds.forEach((bank, positions) -> count(bank, positions.floorKey(day), day, sums));
  targets.forEach((key, history) -> {
    var value = history.floorEntry(day);
    if (key.endsWith("" + day.getYear()) && value != null)
      for (String county : List.of(city, key.substring(0, key.length() - 4))) {
        Sums sum = sums.get(county);
        sum.target = sum.target == null ? value.getValue() : sum.target.add(value.getValue());
      }
  });
  IO.println("county,target,issued,issued_households,completion,outstanding,overdue,overdue_households,overdue_rate");
  sums.forEach((county, sum) -> IO.println(county + "," + line(sum)));
}

void count(String bank, LocalDate last, LocalDate day, Map<String, Sums> sums) {
  for (var history : histories.computeIfAbsent(bank, this::histories)) {
    issued(history, day, sums);
    if (last == null) continue;
    Set<String> counties = new HashSet<>();
    for (Said said : history.headMap(day, true).values()) counties.add(said.county());
    for (String county : counties) both(county, sums).forEach(sum -> sum.positions = sum.records = true);
    Said now = history.get(last);
    if (now == null) continue;
    for (Sums sum : both(now.county(), sums)) {
      sum.outstanding = sum.outstanding.add(now.balance());
      sum.overdue = sum.overdue.add(overdue(now, day));
      if (overdue(now, day).signum() > 0) sum.debtors.add(now.household());
    }
  }
}

/** What a bank said of each of its loans, by day. */
Collection<NavigableMap<LocalDate, Said>> histories(String bank) {
  Map<String, NavigableMap<LocalDate, Said>> of = new LinkedHashMap<>();
  feeds.get(bank).forEach((date, feed) -> feed.loans().forEach((loan, said) -> of.computeIfAbsent(loan, _ -> new TreeMap<>()).put(date, said)));
  return of.values();
}

/** By issue date, from all that was ever said of the loan, in the county of that day: the first known holds for all the past. */
void issued(NavigableMap<LocalDate, Said> history, LocalDate day, Map<String, Sums> sums) {
  Said said = history.lastEntry().getValue();
  var then = history.floorEntry(said.issued());
  for (Sums sum : both((then == null ? history.firstEntry() : then).getValue().county(), sums)) {
    sum.records = true;
    if (said.issued().getYear() != day.getYear() || said.issued().isAfter(day)) continue;
    sum.issued = sum.issued.add(said.amount());
    sum.borrowers.add(said.household());
  }
}

/** What the bank says or, where it says nothing yet, what has not been paid when it fell due. */
static BigDecimal overdue(Said said, LocalDate day) {
  if (said.overdue().signum() > 0) return said.overdue();
  return said.due().isBefore(day) && !said.status().equals("展期") ? said.balance() : BigDecimal.ZERO;
}

List<Sums> both(String county, Map<String, Sums> sums) {
  return List.of(sums.get(city), sums.computeIfAbsent(county, _ -> new Sums()));
}

static String line(Sums sum) {
  if (!sum.records && sum.target == null) return String.join(",", Collections.nCopies(8, "NOT_REPORTED"));
  String issued = money(sum.issued) + "," + sum.borrowers.size() + ",";
  String lent = sum.target == null ? "NO_TARGET," + issued + "NO_TARGET" : money(sum.target) + "," + issued + rate(sum.issued, sum.target);
  if (!sum.positions) return lent + ",NOT_REPORTED,NOT_REPORTED,NOT_REPORTED,NOT_REPORTED";
  return String.join(",", lent, money(sum.outstanding), money(sum.overdue), "" + sum.debtors.size(), rate(sum.overdue, sum.outstanding));
}

static String money(BigDecimal yuan) {
  return yuan.setScale(2).toPlainString();
}

static String rate(BigDecimal part, BigDecimal whole) {
  return whole.signum() == 0 ? "NOT_APPLICABLE" : part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP).toPlainString();
}

String county(String text) {
  return units.isEmpty() ? text : units.getOrDefault(plain(text), "UNKNOWN");
}

static String plain(String name) {
  return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "").replaceAll("\\p{Pd}", "-");
}
