package io.countypulse.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shipped rules of DOMAIN.md § 8, worked out once more from a city's input files alone; it
 * shares no class with the product.
 */
final class AlertOracle {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final Map<String, String> POLICIES =
      Map.of("yulu", "雨露计划", "yulu-plus", "雨露计划+", "transport", "交通补助", "microcredit", "小额信贷");

  /** The first half year's public holidays as the State Council announced them. */
  private static final Set<LocalDate> HOLIDAYS =
      Stream.of(
              days("2024-01-01", 1),
              days("2024-02-10", 8),
              days("2024-04-04", 3),
              days("2024-05-01", 5),
              days("2024-06-10", 1))
          .flatMap(each -> each)
          .collect(Collectors.toSet());

  /** Weekend days that make up for them. */
  private static final Set<LocalDate> WORKING_WEEKENDS =
      Stream.of("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11")
          .map(LocalDate::parse)
          .collect(Collectors.toSet());

  private final Path city;
  private final LocalDate today;
  private final String cityCode;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<LocalDate, Map<String, String>> figures;
  private final Map<String, BigDecimal> calls = new HashMap<>();
  private final Map<String, LocalDate> deadlines = new HashMap<>();

  AlertOracle(Path city, LocalDate today) {
    this.city = city;
    this.today = today;
    List<Csv.Row> units = table("units.csv");
    units.forEach(unit -> codes.put(unit.cell("name"), unit.cell("code")));
    cityCode =
        units.stream()
            .filter(unit -> unit.cell("parent").isEmpty())
            .findFirst()
            .orElseThrow()
            .cell("code");
    LocalDate first = today.withDayOfYear(1).minusMonths(1);
    figures = Oracle.daily(city, first.datesUntil(today.plusDays(1)).toList());
    table("verification-calls.csv").forEach(this::count);
    table("targets.csv").forEach(this::deadline);
  }

  /** What a rule says of a unit on a day: a severity, {@code clear}, or null for nothing. */
  @FunctionalInterface
  private interface Says {
    @Nullable String on(String unit, LocalDate day);
  }

  /** Every open alert as {@code rule unit bank severity opened}. */
  Set<String> open() {
    Set<String> open = new TreeSet<>();
    rules()
        .forEach((rule, says) -> codes.values().forEach(unit -> add(open, rule, unit, "", says)));
    for (Path bank : list(city.resolve("feeds"))) {
      Set<LocalDate> delivered =
          list(bank).stream()
              .map(file -> LocalDate.parse(file.getFileName().toString().substring(0, 10)))
              .collect(Collectors.toCollection(TreeSet::new));
      LocalDate since = delivered.iterator().next();
      add(
          open,
          "feed-outstanding",
          cityCode,
          bank.getFileName().toString(),
          (_, day) -> {
            if (delivered.contains(day)) {
              return "clear";
            }
            boolean expected = isBusinessDay(day) && day.isAfter(since) && day.isBefore(today);
            return expected ? "WARNING" : null;
          });
    }
    return open;
  }

  private void add(Set<String> open, String rule, String unit, String bank, Says says) {
    LocalDate opened = null;
    String severity = "";
    int clear = 0;
    for (LocalDate day : today.withDayOfYear(1).datesUntil(today.plusDays(1)).toList()) {
      String said = says.on(unit, day);
      if (said == null) {
        continue;
      }
      if (!said.equals("clear")) {
        opened = opened == null ? day : opened;
        severity = said;
        clear = 0;
      } else if (opened != null && isBusinessDay(day) && ++clear == 3) {
        opened = null;
        clear = 0;
      }
    }
    if (opened != null) {
      open.add(String.join(" ", rule, unit, bank, severity, opened.toString()));
    }
  }

  private Map<String, Says> rules() {
    Map<String, Says> rules = new TreeMap<>();
    rules.put(
        "overdue-above-line",
        (unit, day) -> {
          BigDecimal rate = value(unit, day, "credit overdue_rate");
          boolean severe = above(rate, "2").equals("holds");
          return says(above(rate, "1"), severe ? "SEVERE" : "WARNING");
        });
    rules.put(
        "overdue-rising",
        (unit, day) -> {
          BigDecimal before = value(unit, day.minusMonths(1), "credit overdue_rate");
          BigDecimal now = value(unit, day, "credit overdue_rate");
          return says(before == null ? "clear" : above(now, before.toPlainString()), "NOTICE");
        });
    rules.put(
        "behind-calendar.credit",
        (unit, day) -> {
          int days =
              deadlines.getOrDefault(unit, LocalDate.of(day.getYear(), 12, 31)).getDayOfYear();
          BigDecimal gone =
              percent(new BigDecimal(Math.min(days, day.getDayOfYear())), new BigDecimal(days));
          return below(unit, day, "credit completion", gone.subtract(BigDecimal.TEN));
        });
    rules.put("target-missed.employment", (unit, day) -> below(unit, day, "completion", HUNDRED));
    rules.put("no-progress.employment", (unit, day) -> still(unit, day, "completion"));
    rules.put("no-progress.credit", (unit, day) -> still(unit, day, "credit completion"));
    rules.put(
        "paid-rate-low.transport",
        (unit, day) -> below(unit, day, "paid_rate", new BigDecimal(50)));
    rules.put(
        "paid-rate-low.yulu",
        (unit, day) -> {
          BigDecimal students = value(unit, day, "students");
          BigDecimal paid = value(unit, day, "yulu_paid");
          if (students == null || paid == null || students.signum() == 0) {
            return "clear";
          }
          boolean low = percent(paid, students).compareTo(new BigDecimal(95)) < 0;
          return low ? "WARNING" : "clear";
        });
    rules.put(
        "problem-numbers",
        (unit, day) -> {
          BigDecimal made = called(unit, day, "made");
          boolean known = made.signum() > 0;
          return says(
              known ? above(percent(called(unit, day, "problem"), made), "20") : "clear", "NOTICE");
        });
    for (String policy : POLICIES.keySet()) {
      rules.put("awareness-low." + policy, (unit, day) -> unaware(unit, day, policy));
    }
    return rules;
  }

  private static String above(@Nullable BigDecimal value, String line) {
    return value != null && value.compareTo(new BigDecimal(line)) > 0 ? "holds" : "clear";
  }

  private static String says(String verdict, String severity) {
    return verdict.equals("clear") ? verdict : severity;
  }

  private String below(String unit, LocalDate day, String column, BigDecimal line) {
    BigDecimal value = value(unit, day, column);
    return value != null && value.compareTo(line) < 0 ? "WARNING" : "clear";
  }

  /** Below 100 and what it was a month before; before the year, nothing was done of it yet. */
  private String still(String unit, LocalDate day, String column) {
    LocalDate earlier = day.minusMonths(1);
    BigDecimal before =
        earlier.getYear() == day.getYear() ? value(unit, earlier, column) : BigDecimal.ZERO;
    BigDecimal now = value(unit, day, column);
    boolean same = now != null && before != null && now.compareTo(before) == 0;
    return same ? below(unit, day, column, HUNDRED) : "clear";
  }

  private String unaware(String unit, LocalDate day, String policy) {
    BigDecimal asked = called(unit, day, "asked " + policy);
    boolean low =
        asked.compareTo(new BigDecimal(5)) >= 0
            && percent(called(unit, day, "knows " + policy), asked).compareTo(new BigDecimal(60))
                < 0;
    return low ? "NOTICE" : "clear";
  }

  private @Nullable BigDecimal value(String unit, LocalDate day, String column) {
    String cell = figures.getOrDefault(day, Map.of()).get(unit + " " + column);
    return cell == null || !Character.isDigit(cell.charAt(0)) ? null : new BigDecimal(cell);
  }

  /** Of the month before a day's. */
  private BigDecimal called(String unit, LocalDate day, String what) {
    return calls.getOrDefault(unit + day.withDayOfMonth(1).minusMonths(1) + what, BigDecimal.ZERO);
  }

  /** The city is to be done when the last of its counties is. */
  private void deadline(Csv.Row target) {
    boolean isOfLoans =
        target.cell("项目").equals("小额信贷发放")
            && target.cell("年度").equals(Integer.toString(today.getYear()));
    if (isOfLoans && !target.cell("完成时限").isEmpty()) {
      LocalDate until = LocalDate.parse(target.cell("完成时限"));
      deadlines.put(codes.getOrDefault(target.cell("县（市）区"), "UNKNOWN"), until);
      deadlines.merge(cityCode, until, (one, two) -> one.isAfter(two) ? one : two);
    }
  }

  private void count(Csv.Row call) {
    LocalDate month = LocalDate.parse(call.cell("拨打日期")).withDayOfMonth(1);
    for (String unit : List.of(cityCode, codes.getOrDefault(call.cell("县（市）区"), "UNKNOWN"))) {
      add(unit + month + "made");
      if (Set.of("号码错误", "空号").contains(call.cell("结果"))) {
        add(unit + month + "problem");
      }
      POLICIES.forEach(
          (policy, column) -> {
            String answer = call.cell(column);
            if (Set.of("知晓", "不知晓").contains(answer)) {
              add(unit + month + "asked " + policy);
            }
            if (answer.equals("知晓")) {
              add(unit + month + "knows " + policy);
            }
          });
    }
  }

  private void add(String what) {
    calls.merge(what, BigDecimal.ONE, BigDecimal::add);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }

  private List<Csv.Row> table(String file) {
    return Csv.table(city.resolve(file));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isBusinessDay(LocalDate day) {
    return WORKING_WEEKENDS.contains(day)
        || (!Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
            && !HOLIDAYS.contains(day));
  }

  private static Stream<LocalDate> days(String first, int count) {
    LocalDate from = LocalDate.parse(first);
    return from.datesUntil(from.plusDays(count));
  }
}
