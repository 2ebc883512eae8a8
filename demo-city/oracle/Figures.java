import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/*
 * The employment figures of DOMAIN.md § 7 worked out from the input files alone; shares nothing with the product.
 *
 *   java Figures.java workers.csv targets.csv 2024-06-10
 *   java Figures.java [--asOf D] [--change move|correct|refuse] [--today D] FILE … DATE …
 *
 * Files count in their order, as imported; --asOf and --change hold for the files after them. Workers, targets and units are
 * told apart by their headers. units.csv and city.json beside the first file are read if they are there.
 */

record Spell(LocalDate start, LocalDate end, boolean away) {
  boolean covers(LocalDate day) {
    return !start.isAfter(day) && end.isAfter(day);
  }
}

static final class Person {
  String household = "";
  final NavigableMap<LocalDate, String> residence = new TreeMap<>();
  List<Spell> spells = List.of();
}

static final class Sums {
  boolean records;
  Integer target;
  int working;
  int away;
  int worked;
}

final Map<String, String> units = new HashMap<>();
final Set<String> codes = new java.util.LinkedHashSet<>();
final Map<String, Person> people = new LinkedHashMap<>();
final Map<String, NavigableMap<LocalDate, Integer>> targets = new LinkedHashMap<>();
String city = "总计";
LocalDate today = LocalDate.MAX;
LocalDate asOf = LocalDate.MIN;
String change = "move";

void main(String... words) throws IOException {
  List<LocalDate> dates = new ArrayList<>();
  boolean first = true;
  for (int i = 0; i < words.length; i++) {
    switch (words[i]) {
      case "--asOf" -> asOf = LocalDate.parse(words[++i]);
      case "--today" -> today = LocalDate.parse(words[++i]);
      case "--change" -> change = words[++i];
      default -> {
        if (words[i].matches("\\d{4}-\\d\\d-\\d\\d")) {
          dates.add(LocalDate.parse(words[i]));
        } else {
          if (first) readFolder(Path.of(words[i]).toAbsolutePath().getParent());
          first = false;
          read(Path.of(words[i]));
        }
      }
    }
  }
  for (LocalDate date : dates) {
    if (dates.size() > 1) IO.println("# " + date);
    print(date);
  }
}

void readFolder(Path folder) throws IOException {
  if (Files.exists(folder.resolve("units.csv"))) read(folder.resolve("units.csv"));
  if (Files.exists(folder.resolve("city.json"))) {
    var found = Pattern.compile("\"today\"\\s*:\\s*\"([^\"]+)\"").matcher(Files.readString(folder.resolve("city.json")));
    if (found.find()) today = LocalDate.parse(found.group(1));
  }
}

void read(Path file) throws IOException {
  List<Map<String, String>> rows = rows(file);
  if (rows.isEmpty()) return;
  Set<String> header = rows.getFirst().keySet();
  if (header.contains("full_name")) rows.forEach(this::unit);
  else if (header.contains("目标值")) rows.forEach(this::target);
  else workers(rows);
}

void unit(Map<String, String> row) {
  String code = row.get("code");
  if (row.get("parent").isEmpty()) city = code;
  else codes.add(code);
  for (String name : (code + ";" + row.get("name") + ";" + row.get("full_name") + ";" + row.get("aliases")).split(";"))
    units.put(plain(name), code);
}

void target(Map<String, String> row) {
  if (!row.get("项目").equals("务工人数")) return;
  int year = Integer.parseInt(row.get("年度"));
  var history = targets.computeIfAbsent(county(row) + year, _ -> new TreeMap<>());
  LocalDate newYear = LocalDate.of(year, 1, 1);
  int value = Integer.parseInt(row.get("目标值"));
  if (history.isEmpty()) history.put(newYear, value);
  else if (history.lastEntry().getValue() != value) history.put(asOf.isAfter(newYear) ? asOf : newYear, value);
}

void workers(List<Map<String, String>> rows) {
  Map<String, List<Map<String, String>>> persons = new LinkedHashMap<>();
  Map<String, Set<String>> householdCounties = new HashMap<>();
  for (var row : rows) {
    persons.computeIfAbsent(row.get("人编号"), _ -> new ArrayList<>()).add(row);
    householdCounties.computeIfAbsent(row.get("户编号"), _ -> new HashSet<>()).add(county(row));
  }
  Map<String, String> moved = new HashMap<>();
  persons.forEach((id, own) -> {
    String household = own.getFirst().get("户编号");
    if (own.stream().allMatch(this::sound) && householdCounties.get(household).size() == 1 && distinct(own))
      person(id, household, own, moved);
  });
  people.values().forEach(person -> {
    String county = moved.get(person.household);
    if (county != null) reside(person, county);
  });
}

void person(String id, String household, List<Map<String, String>> rows, Map<String, String> moved) {
  Person person = people.get(id);
  String county = county(rows.getFirst());
  if (person != null && !person.residence.lastEntry().getValue().equals(county)) {
    if (change.equals("refuse")) return;
    moved.put(household, county);
  }
  if (person == null) people.put(id, person = new Person());
  person.household = household;
  reside(person, county);
  person.spells =
      rows.stream()
          .filter(row -> !row.get("开始日期").isEmpty())
          .map(row -> new Spell(date(row, "开始日期"), date(row, "结束日期"), row.get("务工区域").equals("省外")))
          .toList();
}

/** The first known county holds for all the past; later ones from their day, or for all the past if it was a mistake. */
void reside(Person person, String county) {
  var residence = person.residence;
  if (!residence.isEmpty() && residence.lastEntry().getValue().equals(county)) return;
  boolean known = residence.values().stream().anyMatch(unit -> !unit.equals("UNKNOWN"));
  if (!known || change.equals("correct")) residence.clear();
  residence.put(residence.isEmpty() ? LocalDate.MIN : asOf, county);
}

/** The checks of one row that decide whether its person is taken. */
boolean sound(Map<String, String> row) {
  try {
    LocalDate start = row.get("开始日期").isEmpty() ? LocalDate.MIN : date(row, "开始日期");
    boolean wage = row.get("月工资").isEmpty() || new BigDecimal(row.get("月工资")).signum() >= 0;
    return wage && row.size() > 0 && !row.containsKey("ragged") && !row.get("姓名").isEmpty() && !row.get("户编号").isEmpty()
        && !row.get("人编号").isEmpty() && !row.get("县（市）区").isEmpty() && identity(row.get("证件号码"))
        && !row.values().toString().contains("\uFFFD") && !start.isAfter(today) && date(row, "结束日期").isAfter(start);
  } catch (RuntimeException unreadable) {
    return false;
  }
}

static boolean distinct(List<Map<String, String>> rows) {
  Set<String> keys = new HashSet<>();
  return rows.stream().allMatch(row -> keys.add(row.get("务工单位") + "," + row.get("开始日期")));
}

static boolean identity(String number) {
  if (!number.matches("[1-9]\\d{16}[\\dX]")) return false;
  LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
  int sum = 0;
  for (int i = 0, weight = 1 << 17; i < 17; i++, weight >>= 1) sum += (number.charAt(i) - '0') * weight;
  return (sum + (number.charAt(17) == 'X' ? 10 : number.charAt(17) - '0')) % 11 == 1;
}

void print(LocalDate day) {
  Map<String, Sums> sums = new LinkedHashMap<>();
  sums.put(city, new Sums());
  codes.forEach(code -> sums.put(code, new Sums()));
  for (Person person : people.values()) count(person, day, sums);
  targets.forEach((key, history) -> {
    String county = key.substring(0, key.length() - 4);
    var value = history.floorEntry(day);
    if (key.endsWith("" + day.getYear()) && value != null) {
      at(sums, county).target = value.getValue();
      at(sums, city).target = value.getValue() + (at(sums, city).target == null ? 0 : at(sums, city).target);
    }
  });
  Sums unknown = sums.remove("UNKNOWN");
  sums.put("UNKNOWN", unknown == null ? new Sums() : unknown);
  IO.println("county,target,working,out_of_province,worked_this_year,completion");
  sums.forEach((county, sum) -> IO.println(county + "," + line(sum)));
}

void count(Person person, LocalDate day, Map<String, Sums> sums) {
  LocalDate newYear = day.withDayOfYear(1);
  Spell deciding = null;
  LocalDate firstDay = null;
  for (Spell spell : person.spells) {
    if (spell.covers(day) && (deciding == null || !spell.start().isBefore(deciding.start()))) deciding = spell;
    LocalDate from = spell.start().isAfter(newYear) ? spell.start() : newYear;
    if (!from.isAfter(day) && spell.covers(from) && (firstDay == null || from.isBefore(firstDay))) firstDay = from;
  }
  for (String county : List.of(city, person.residence.floorEntry(day).getValue())) {
    Sums sum = at(sums, county);
    sum.records = true;
    if (deciding != null) sum.working++;
    if (deciding != null && deciding.away()) sum.away++;
  }
  if (firstDay != null) {
    at(sums, city).worked++;
    at(sums, person.residence.floorEntry(firstDay).getValue()).worked++;
  }
}

static String line(Sums sum) {
  if (!sum.records && sum.target == null) return "NOT_REPORTED,NOT_REPORTED,NOT_REPORTED,NOT_REPORTED,NOT_REPORTED";
  String counts = sum.working + "," + sum.away + "," + sum.worked;
  if (sum.target == null) return "NO_TARGET," + counts + ",NO_TARGET";
  if (sum.target == 0) return "0," + counts + ",NOT_APPLICABLE";
  return sum.target + "," + counts + ","
      + new BigDecimal(100L * sum.working).divide(new BigDecimal(sum.target), 2, RoundingMode.HALF_UP);
}

static Sums at(Map<String, Sums> sums, String county) {
  return sums.computeIfAbsent(county, _ -> new Sums());
}

String county(Map<String, String> row) {
  String text = row.get("县（市）区");
  return units.isEmpty() ? text : units.getOrDefault(plain(text), "UNKNOWN");
}

static String plain(String name) {
  return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "").replaceAll("\\p{Pd}", "-");
}

static LocalDate date(Map<String, String> row, String column) {
  return row.get(column).isEmpty() ? LocalDate.MAX : LocalDate.parse(row.get(column));
}

static List<Map<String, String>> rows(Path file) throws IOException {
  List<List<String>> records = records(text(Files.readAllBytes(file)));
  List<String> header = records.removeFirst();
  List<Map<String, String>> rows = new ArrayList<>();
  for (List<String> cells : records) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.size(); i++) row.put(header.get(i), i < cells.size() ? cells.get(i).strip() : "");
    if (cells.size() != header.size()) row.put("ragged", "");
    if (cells.size() > 1) rows.add(row);
  }
  return rows;
}

static String text(byte[] bytes) {
  try {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  } catch (CharacterCodingException notUtf8) {
    return new String(bytes, Charset.forName("GB18030"));
  }
}

/** Splits CSV of RFC 4180. */
static List<List<String>> records(String text) {
  List<List<String>> records = new ArrayList<>();
  List<String> cells = new ArrayList<>();
  StringBuilder cell = new StringBuilder();
  boolean quoted = false;
  for (int i = 0; i < text.length(); i++) {
    char c = text.charAt(i);
    if (c == '"') {
      if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(i++));
      else quoted = !quoted;
    } else if (quoted || c != ',' && c != '\n') {
      if (quoted || c != '\r') cell.append(c);
    } else {
      cells.add(cell.toString());
      cell.setLength(0);
      if (c == '\n') {
        records.add(cells);
        cells = new ArrayList<>();
      }
    }
  }
  if (!cell.isEmpty() || !cells.isEmpty()) {
    cells.add(cell.toString());
    records.add(cells);
  }
  return records;
}
