import java.io.*;
import java.math.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.*;
import java.util.regex.Pattern;

/*
 * The employment figures of DOMAIN.md § 7, worked out from the input files alone. Shares nothing with the product.
 *
 *   java Figures.java workers.csv targets.csv 2024-06-10
 *   java Figures.java [--asOf D] [--change move|correct|refuse] [--today D] [--charset GB18030] [--all] FILE... DATE...
 *
 * Files count in their order, as if imported one after the other; options hold for the files behind them. Workers,
 * targets and units are told apart by their headers. units.csv and city.json beside the first file are read if they are there.
 * With --all the time in work, who came back and who is in work again stand in three further columns.
 */

record Spell(LocalDate start, LocalDate end, boolean away) {
  boolean covers(LocalDate day) {
    return !start.isAfter(day) && end.isAfter(day);
  }
}

/** One row of a workers file; spell is null where the person is not in work, or the row is not sound. */
record Row(String person, String household, String county, Spell spell, String job, boolean unwilling, boolean sound) {}

static final class Person {
  String household = "";
  final NavigableMap<LocalDate, String> residence = new TreeMap<>();
  List<Spell> spells = List.of();
  boolean unwilling;

  boolean works(LocalDate day) {
    for (Spell spell : spells) if (spell.covers(day)) return true;
    return false;
  }

  String home(LocalDate day) {
    return residence.floorEntry(day).getValue();
  }
}

static final class Sums {
  boolean records;
  Integer target;
  int working, away, worked, returned, reEmployed;
  long days, daysBefore;

  void add(int persons) {
    target = persons + (target == null ? 0 : target);
  }
}

final Map<String, String> units = new HashMap<>();
final Set<String> codes = new LinkedHashSet<>();
final Map<String, Person> people = new LinkedHashMap<>();
final Map<String, NavigableMap<LocalDate, Integer>> targets = new LinkedHashMap<>();
final Map<String, String> countyOf = new HashMap<>();
String city = "总计";
LocalDate today = LocalDate.MAX;
LocalDate asOf = LocalDate.MIN;
String change = "move";
Charset charset = StandardCharsets.UTF_8;
boolean all;

void main(String... words) throws Exception {
  List<LocalDate> days = new ArrayList<>();
  for (int i = 0; i < words.length; i++) {
    switch (words[i]) {
      case "--asOf" -> asOf = LocalDate.parse(words[++i]);
      case "--today" -> today = LocalDate.parse(words[++i]);
      case "--charset" -> charset = Charset.forName(words[++i]);
      case "--change" -> change = words[++i];
      case "--all" -> all = true;
      case String word when word.matches("\\d{4}-\\d\\d-\\d\\d") -> days.add(LocalDate.parse(word));
      case String word -> {
        if (codes.isEmpty()) readFolder(Path.of(word).toAbsolutePath().getParent());
        read(Path.of(word));
      }
    }
  }
  for (LocalDate day : days) {
    if (days.size() > 1) IO.println("# " + day);
    print(day);
  }
}

void readFolder(Path folder) throws Exception {
  if (Files.exists(folder.resolve("units.csv"))) read(folder.resolve("units.csv"));
  if (Files.exists(folder.resolve("city.json"))) {
    var found = Pattern.compile("\"today\"\\s*:\\s*\"([^\"]+)\"").matcher(Files.readString(folder.resolve("city.json")));
    if (found.find()) today = LocalDate.parse(found.group(1));
  }
}

void read(Path file) throws Exception {
  List<Row> workers = new ArrayList<>();
  try (var in = Files.newBufferedReader(file, charset)) {
    List<String> header = record(in);
    header.set(0, header.getFirst().replace("\uFEFF", ""));
    for (List<String> cells = record(in); !cells.isEmpty(); cells = record(in)) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) row.put(header.get(i), i < cells.size() ? cells.get(i).strip() : "");
      if (row.containsKey("full_name")) unit(row);
      else if (row.containsKey("目标值")) target(row);
      else workers.add(worker(row, cells.size() == header.size()));
    }
  }
  apply(workers);
}

void unit(Map<String, String> row) {
  String code = row.get("code");
  if (row.get("parent").isEmpty()) city = code;
  else codes.add(code);
  for (String name : (code + ";" + row.get("name") + ";" + row.get("full_name") + ";" + row.get("aliases")).split(";"))
    units.put(plain(name), code);
}

/** The first target of a year counts from 1 January, a change from its file's date. */
void target(Map<String, String> row) {
  if (!row.get("项目").equals("务工人数")) return;
  LocalDate newYear = LocalDate.of(Integer.parseInt(row.get("年度")), 1, 1);
  Integer value = Integer.valueOf(row.get("目标值"));
  var history = targets.computeIfAbsent(county(row) + newYear.getYear(), _ -> new TreeMap<>());
  if (history.isEmpty()) history.put(newYear, value);
  else if (!history.lastEntry().getValue().equals(value)) history.put(asOf.isAfter(newYear) ? asOf : newYear, value);
}

/** A row is sound if nothing in it has to go back to the clerk. */
Row worker(Map<String, String> row, boolean whole) {
  String person = row.get("人编号");
  String household = row.get("户编号");
  Spell spell = null;
  boolean sound = whole && !person.isEmpty() && !household.isEmpty() && !row.get("县（市）区").isEmpty();
  try {
    if (!row.get("开始日期").isEmpty()) {
      LocalDate end = row.get("结束日期").isEmpty() ? LocalDate.MAX : LocalDate.parse(row.get("结束日期"));
      spell = new Spell(LocalDate.parse(row.get("开始日期")), end, row.get("务工区域").equals("省外"));
      sound &= !end.isBefore(spell.start()) && !spell.start().isAfter(today);
    }
    String wage = row.get("月工资");
    sound &= (wage.isEmpty() || wage.matches("\\d+(\\.\\d+)?")) && identity(row.get("证件号码")) && !identity(person);
    sound &= row.values().stream().noneMatch(cell -> cell.indexOf('\uFFFD') >= 0);
  } catch (RuntimeException unreadable) {
    sound = false;
  }
  String job = row.get("务工单位") + row.get("开始日期");
  return new Row(person, household, county(row), sound ? spell : null, job, "否".equals(row.get("就业意愿")), sound);
}

/** A person's rows replace the person's spells, all of them or none; households of several counties are refused. */
void apply(List<Row> rows) {
  Map<String, List<Row>> persons = new LinkedHashMap<>();
  Map<String, Set<String>> countiesOf = new HashMap<>();
  for (Row row : rows) {
    persons.computeIfAbsent(row.person(), _ -> new ArrayList<>(2)).add(row);
    countiesOf.computeIfAbsent(row.household(), _ -> new HashSet<>(2)).add(row.county());
  }
  Map<String, String> moved = new HashMap<>();
  persons.forEach((id, own) -> {
    Set<String> jobs = new HashSet<>(2);
    if (own.stream().allMatch(row -> row.sound() && countiesOf.get(row.household()).size() == 1 && jobs.add(row.job())))
      person(id, own, moved);
  });
  if (moved.isEmpty()) return;
  for (Person person : people.values())
    if (moved.containsKey(person.household)) reside(person, moved.get(person.household));
}

void person(String id, List<Row> rows, Map<String, String> moved) {
  Person person = people.get(id);
  String county = rows.getFirst().county();
  if (person != null && !person.residence.lastEntry().getValue().equals(county)) {
    if (change.equals("refuse")) return;
    moved.put(rows.getFirst().household(), county);
  }
  if (person == null) people.put(id, person = new Person());
  person.household = rows.getFirst().household();
  person.spells = rows.stream().map(Row::spell).filter(Objects::nonNull).toList();
  person.unwilling = rows.stream().anyMatch(Row::unwilling);
  reside(person, county);
}

/** The first known county holds for all the past; another from its file's date on, or for all the past to correct it. */
void reside(Person person, String county) {
  var residence = person.residence;
  if (!residence.isEmpty() && residence.lastEntry().getValue().equals(county)) return;
  if (change.equals("correct") || Set.of("UNKNOWN").containsAll(residence.values())) residence.clear();
  residence.put(residence.isEmpty() ? LocalDate.MIN : asOf, county);
}

/** GB 11643: a birthday that exists, and a checksum modulo 11. */
static boolean identity(String number) {
  if (!number.matches("[1-9]\\d{16}[\\dX]")) return false;
  LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
  int sum = number.endsWith("X") ? 10 : number.charAt(17) - '0';
  for (int i = 0; i < 17; i++) sum += (number.charAt(i) - '0') * (1 << 17 - i);
  return sum % 11 == 1 && !number.startsWith("10");
}

void print(LocalDate day) {
  LinkedHashMap<String, Sums> sums = new LinkedHashMap<>();
  sums.put(city, new Sums());
  codes.forEach(code -> sums.put(code, new Sums()));
  people.values().forEach(person -> count(person, day, sums));
  targets.forEach((key, history) -> {
    var value = history.floorEntry(day);
    if (key.endsWith("" + day.getYear()) && value != null)
      for (String county : List.of(city, key.substring(0, key.length() - 4)))
        sums.computeIfAbsent(county, _ -> new Sums()).add(value.getValue());
  });
  sums.putLast("UNKNOWN", sums.getOrDefault("UNKNOWN", new Sums()));
  String further = all ? ",months_vs_last_year,returned,re_employed" : "";
  IO.println("county,target,working,out_of_province,worked_this_year,completion" + further);
  sums.forEach((county, sum) -> IO.println(county + "," + line(sum)));
}

/** Working once, however many spells; the one that began last decides the place, of one day the later row. */
void count(Person person, LocalDate day, Map<String, Sums> sums) {
  LocalDate newYear = day.withDayOfYear(1);
  LocalDate firstDay = LocalDate.MAX;
  Spell deciding = null;
  for (Spell spell : person.spells) {
    if (spell.covers(day) && (deciding == null || !spell.start().isBefore(deciding.start()))) deciding = spell;
    LocalDate from = spell.start().isAfter(newYear) ? spell.start() : newYear;
    if (spell.covers(from) && from.isBefore(firstDay)) firstDay = from;
  }
  if (all) countStability(person, day, sums);
  String home = person.home(day);
  if (person.residence.size() > 1)
    for (String county : person.residence.headMap(day, true).values())
      sums.computeIfAbsent(county, _ -> new Sums()).records = true;
  for (Sums sum : List.of(sums.get(city), sums.computeIfAbsent(home, _ -> new Sums()))) {
    sum.records = true;
    if (deciding != null) sum.working++;
    if (deciding != null && deciding.away()) sum.away++;
  }
  if (firstDay.isAfter(day)) return;
  sums.get(city).worked++;
  sums.get(person.residence.floorEntry(firstDay).getValue()).worked++;
}

/** Day by day: each day in work where the person lives; the year's first return, and work again within 90 days. */
void countStability(Person person, LocalDate asOf, Map<String, Sums> sums) {
  LocalDate returned = null;
  for (LocalDate day = asOf.withDayOfYear(1); !day.isAfter(asOf); day = day.plusDays(1)) {
    if (person.works(day)) for (Sums sum : List.of(sums.get(city), at(person, day, sums))) sum.days++;
    else if (returned == null && !person.unwilling && person.works(day.minusDays(1))) returned = day;
  }
  LocalDate yearBefore = asOf.minusYears(1);
  for (LocalDate day = yearBefore.withDayOfYear(1); !day.isAfter(yearBefore); day = day.plusDays(1))
    if (person.works(day)) for (Sums sum : List.of(sums.get(city), at(person, day, sums))) sum.daysBefore++;
  if (returned == null) return;
  for (Sums sum : List.of(sums.get(city), at(person, returned, sums))) sum.returned++;
  for (LocalDate day = returned; !day.isAfter(returned.plusDays(90)) && !day.isAfter(asOf); day = day.plusDays(1))
    if (person.works(day)) {
      for (Sums sum : List.of(sums.get(city), at(person, day, sums))) sum.reEmployed++;
      return;
    }
}

static Sums at(Person person, LocalDate day, Map<String, Sums> sums) {
  return sums.computeIfAbsent(person.home(day), _ -> new Sums());
}

String line(Sums sum) {
  if (!sum.records && sum.target == null) return String.join(",", Collections.nCopies(all ? 8 : 5, "NOT_REPORTED"));
  return targetLine(sum) + (all ? "," + months(sum) + "," + sum.returned + "," + sum.reEmployed : "");
}

static String months(Sums sum) {
  if (sum.daysBefore == 0) return "NOT_APPLICABLE";
  return new BigDecimal(100 * sum.days).divide(new BigDecimal(sum.daysBefore), 2, RoundingMode.HALF_UP).toString();
}

static String targetLine(Sums sum) {
  String counts = sum.working + "," + sum.away + "," + sum.worked;
  if (sum.target == null) return "NO_TARGET," + counts + ",NO_TARGET";
  if (sum.target == 0) return "0," + counts + ",NOT_APPLICABLE";
  var rate = new BigDecimal(100L * sum.working).divide(new BigDecimal(sum.target), 2, RoundingMode.HALF_UP);
  return sum.target + "," + counts + "," + rate;
}

String county(Map<String, String> row) {
  return countyOf.computeIfAbsent(row.get("县（市）区"), text -> units.isEmpty() ? text : units.getOrDefault(plain(text), "UNKNOWN"));
}

static String plain(String name) {
  return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "").replaceAll("\\p{Pd}", "-");
}

/** The next record of CSV as RFC 4180 has it, empty at the end. */
static List<String> record(Reader in) throws IOException {
  List<String> cells = new ArrayList<>(20);
  StringBuilder cell = new StringBuilder();
  int quotes = 0;
  for (int c = in.read(); c >= 0; c = in.read()) {
    boolean open = quotes % 2 == 1;
    if (c == '"') {
      if (++quotes > 1 && !open) cell.append('"');
    } else if (open || c != ',' && c != '\n') {
      if (open || c != '\r') cell.append((char) c);
    } else {
      cells.add(cell.toString());
      cell.setLength(0);
      quotes = 0;
      if (c == '\n') return cells;
    }
  }
  if (!cell.isEmpty() || !cells.isEmpty()) cells.add(cell.toString());
  return cells;
}
