import java.io.*;
import java.math.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.*;
import java.util.regex.*;

/*
 * The figures of travel subsidies and Yulu grants of DOMAIN.md § 7, worked out from the input files alone. Shares nothing with the product.
 *
 *   java SubsidyFigures.java CITY 2024-06-10 ...
 *   java SubsidyFigures.java [--today 2024-06-10] FILE... DATE...
 *
 * CITY is a folder with units.csv, city.json, workers.csv, students.csv and transport-payments.csv. Files one by one count in their order;
 * what they are is told by their headers. A later file replaces what an earlier one said of a person (workers), of a student and school
 * year or term, of a person and year (payments). Nobody moves. Entitlements are looked for up to the end of the year after today's.
 */

/** A grant that may be had from a day on, and what was paid of it. */
static final class Claim {
  final String county;
  final int period;
  LocalDate from;
  final Map<String, Sent> sent = new TreeMap<>();

  Claim(String county, int period) {
    this.county = county;
    this.period = period;
  }
}

record Sent(LocalDate day, BigDecimal yuan) {}

record Spell(LocalDate start, LocalDate end) {}

record Person(String county, List<Spell> away) {}

static final class Sums {
  boolean reported;
  int entitled, paid;
  BigDecimal yuan = BigDecimal.ZERO;

  String line(boolean difference) {
    if (!reported) return "NOT_REPORTED,NOT_REPORTED,NOT_REPORTED,NOT_REPORTED";
    String last = difference ? "" + (entitled - paid)
        : entitled == 0 ? "NOT_APPLICABLE"
        : new BigDecimal(100L * paid).divide(new BigDecimal(entitled), 2, RoundingMode.HALF_UP).toPlainString();
    return entitled + "," + paid + "," + yuan.setScale(2) + "," + last;
  }
}

static final Pattern TODAY = Pattern.compile("\"today\"\\s*:\\s*\"([0-9-]+)\"");

final Map<String, String> units = new HashMap<>();
final Set<String> codes = new LinkedHashSet<>();
final Map<String, Person> people = new LinkedHashMap<>();
final Map<String, Claim> grants = new LinkedHashMap<>();
final Map<String, Map<String, String>> payments = new LinkedHashMap<>();
String city = "总计";
LocalDate today = LocalDate.EPOCH;

void main(String... words) throws Exception {
  List<LocalDate> days = new ArrayList<>();
  for (int i = 0; i < words.length; i++) {
    if (words[i].equals("--today")) today = LocalDate.parse(words[++i]);
    else if (words[i].matches("\\d{4}-\\d\\d-\\d\\d")) days.add(LocalDate.parse(words[i]));
    else open(Path.of(words[i]).toAbsolutePath());
  }
  if (today.equals(LocalDate.EPOCH)) today = days.stream().max(LocalDate::compareTo).orElseThrow();
  Collection<Claim> travel = travel();
  Set<String> home = new HashSet<>(Set.of(city));
  for (Person person : people.values()) home.add(person.county());
  for (LocalDate day : days) {
    if (days.size() > 1) IO.println("# " + day);
    IO.println("county,entitled,paid,paid_amount,paid_rate,students,yulu_paid,yulu_amount,unpaid");
    Map<String, Sums> away = sums(travel, day, day.getYear());
    // Where workers are known, nobody away is a zero.
    if (!people.isEmpty()) for (String county : home) away.get(county).reported = true;
    Map<String, Sums> school = sums(grants.values(), day, day.getMonthValue() < 9 ? day.getYear() - 1 : day.getYear());
    away.forEach((county, sum) -> IO.println(county + "," + sum.line(false) + "," + school.get(county).line(true)));
  }
}

void open(Path path) throws Exception {
  Path folder = Files.isDirectory(path) ? path : path.getParent();
  if (codes.isEmpty() && Files.exists(folder.resolve("units.csv"))) for (var row : table(folder.resolve("units.csv"))) unit(row);
  if (today.equals(LocalDate.EPOCH) && Files.exists(folder.resolve("city.json"))) {
    Matcher told = TODAY.matcher(Files.readString(folder.resolve("city.json")));
    if (told.find()) today = LocalDate.parse(told.group(1));
  }
  if (folder != path) read(path);
  else for (String name : List.of("workers.csv", "students.csv", "transport-payments.csv")) if (Files.exists(path.resolve(name))) read(path.resolve(name));
}

void read(Path file) throws Exception {
  List<Map<String, String>> rows = table(file);
  if (rows.isEmpty()) return;
  if (rows.getFirst().containsKey("务工区域")) {
    Set<String> told = new HashSet<>();
    for (var row : rows) {
      if (told.add(row.get("人编号"))) people.put(row.get("人编号"), new Person(county(row.get("县（市）区")), new ArrayList<>()));
      if (!row.get("开始日期").isEmpty() && row.get("务工区域").equals("省外"))
        people.get(row.get("人编号")).away().add(new Spell(LocalDate.parse(row.get("开始日期")), row.get("结束日期").isEmpty() ? LocalDate.MAX : LocalDate.parse(row.get("结束日期"))));
    }
  } else if (rows.getFirst().containsKey("学年")) rows.forEach(this::student);
  else for (var row : rows) payments.put(row.get("人编号") + "|" + row.get("年度"), row);
}

/** From 1 September of the school year; what is paid goes by its own day. */
void student(Map<String, String> row) {
  int year = Integer.parseInt(row.get("学年").substring(0, 4));
  Claim claim = grants.computeIfAbsent(row.get("人编号") + "|" + year, _ -> new Claim(county(row.get("县（市）区")), year));
  claim.from = LocalDate.of(year, 9, 1);
  String term = row.getOrDefault("学期", "");
  if (term.isEmpty()) claim.sent.clear();
  else claim.sent.remove("");
  claim.sent.remove(term);
  sent(row).ifPresent(sent -> claim.sent.put(term, sent));
}

Optional<Sent> sent(Map<String, String> row) {
  if (row.get("发放金额").isEmpty() || new BigDecimal(row.get("发放金额")).signum() == 0) return Optional.empty();
  return Optional.of(new Sent(row.get("发放日期").isEmpty() ? today : LocalDate.parse(row.get("发放日期")), new BigDecimal(row.get("发放金额"))));
}

/** Who was away three whole months of a calendar year, and is still away on the day they are full. */
Collection<Claim> travel() {
  Map<String, Claim> claims = new LinkedHashMap<>();
  people.forEach((id, person) -> {
    for (Spell spell : person.away())
      for (int year = Math.max(2021, spell.start().getYear()); year <= today.getYear() + 1; year++) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        LocalDate full = (spell.start().isBefore(newYear) ? newYear : spell.start()).plusMonths(3);
        if (full.getYear() != year || !full.isBefore(spell.end())) continue;
        Claim claim = claims.computeIfAbsent(id + "|" + year, key -> new Claim(person.county(), Integer.parseInt(key.substring(key.length() - 4))));
        if (claim.from == null || full.isBefore(claim.from)) claim.from = full;
      }
  });
  payments.forEach((key, row) -> {
    Person known = people.get(row.get("人编号"));
    String county = known == null ? county(row.get("县（市）区")) : known.county();
    sent(row).ifPresent(sent -> claims.computeIfAbsent(key, _ -> new Claim(county, Integer.parseInt(row.get("年度")))).sent.put("", sent));
  });
  return claims.values();
}

Map<String, Sums> sums(Collection<Claim> claims, LocalDate day, int period) {
  Map<String, Sums> sums = new LinkedHashMap<>();
  sums.put(city, new Sums());
  codes.forEach(code -> sums.put(code, new Sums()));
  sums.put("UNKNOWN", new Sums());
  for (Claim claim : claims)
    for (Sums sum : List.of(sums.get(city), sums.get(claim.county))) {
      sum.reported = true;
      if (claim.period != period) continue;
      if (claim.from != null && !claim.from.isAfter(day)) sum.entitled++;
      boolean paid = false;
      for (Sent sent : claim.sent.values()) {
        if (sent.day().isAfter(day)) continue;
        sum.yuan = sum.yuan.add(sent.yuan());
        paid = true;
      }
      if (paid) sum.paid++;
    }
  return sums;
}

void unit(Map<String, String> row) {
  String code = row.get("code");
  if (row.get("parent").isEmpty()) city = code;
  else codes.add(code);
  for (String name : (code + ";" + row.get("name") + ";" + row.get("full_name") + ";" + row.get("aliases")).split(";")) units.put(plain(name), code);
}

/** GB18030 where it is not UTF-8. */
static List<Map<String, String>> table(Path file) throws Exception {
  byte[] bytes = Files.readAllBytes(file);
  String text;
  try {
    text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
  } catch (CharacterCodingException other) {
    text = new String(bytes, Charset.forName("GB18030"));
  }
  List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
  String[] header = lines.getFirst().split(",");
  List<Map<String, String>> rows = new ArrayList<>();
  for (String line : lines.subList(1, lines.size())) {
    String[] cells = line.split(",", -1);
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.length; i++) row.put(header[i].strip(), i < cells.length ? cells[i].strip() : "");
    rows.add(row);
  }
  return rows;
}

String county(String text) {
  return units.isEmpty() ? text : units.getOrDefault(plain(text), "UNKNOWN");
}

static String plain(String name) {
  return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "").replaceAll("\\p{Pd}", "-");
}
