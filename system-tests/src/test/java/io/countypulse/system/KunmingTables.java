package io.countypulse.system;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the bulletin of 2024-06-10 as they ought to be printed, by unit: Kunming's tables
 * of 14 June 2024, what they published wrongly computed from its neighbours, and what they do not
 * print (a month before, ranks) from the independent count.
 */
final class KunmingTables {
  private static final String NOTHING = "——";
  private static final String NO_TARGET = "无目标";
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final LocalDate MONTH_BEFORE = LocalDate.of(2024, 5, 10);

  private final Map<String, String> before;
  private final Map<String, String> codes = new HashMap<>(Map.of("总计", "530100"));

  KunmingTables(Path city) {
    before =
        Objects.requireNonNull(Oracle.daily(city, List.of(MONTH_BEFORE, TODAY)).get(MONTH_BEFORE));
    Csv.kunming("units.csv").forEach(unit -> codes.put(unit.cell("name"), unit.cell("code")));
  }

  /** By the table's key and the unit's name, the cells behind the name. */
  Map<String, Map<String, List<String>>> all() {
    Map<String, Map<String, List<String>>> all = new TreeMap<>();
    all.put("employment", employment());
    all.put("transport", transport());
    all.put("yulu", yulu());
    all.put("credit_issued", issued());
    all.put("credit_overdue", overdue());
    all.put("calls", calls());
    return all;
  }

  private Map<String, List<String>> employment() {
    List<Csv.Row> rows = Csv.kunming("employment.csv");
    Function<Csv.Row, @Nullable BigDecimal> completion =
        row -> percent(number(row, "working_persons"), number(row, "target_persons"));
    Map<String, Integer> ranks = ranks(rows, completion, true);
    return table(
        rows,
        row -> {
          boolean target = !row.cell("target_persons").isEmpty();
          return List.of(
              target ? row.cell("target_persons") : NO_TARGET,
              row.cell("working_persons"),
              row.cell("out_of_province_persons"),
              target ? text(completion.apply(row)) : NO_TARGET,
              change(completion.apply(row), told(row, "completion")),
              rank(ranks, row));
        });
  }

  private Map<String, List<String>> transport() {
    Function<Csv.Row, @Nullable BigDecimal> rate =
        row -> percent(number(row, "paid_persons"), number(row, "out_of_province_persons"));
    return table(
        Csv.kunming("transport_subsidy.csv"),
        row ->
            List.of(
                row.cell("out_of_province_persons"),
                row.cell("paid_persons"),
                trimmed(number(row, "paid_amount_10k_yuan")),
                text(rate.apply(row)),
                change(rate.apply(row), told(row, "paid_rate"))));
  }

  private Map<String, List<String>> yulu() {
    return table(
        Csv.kunming("yulu_subsidy.csv"),
        row ->
            Stream.of(
                    "students",
                    "paid_students",
                    "paid_amount_yuan",
                    "unpaid_at_2024_05_10",
                    "unpaid_at_2024_06_10")
                .map(row::cell)
                .toList());
  }

  private Map<String, List<String>> issued() {
    List<Csv.Row> rows = Csv.kunming("microcredit_issued.csv");
    Map<String, Csv.Row> lending = lending();
    Function<Csv.Row, @Nullable BigDecimal> completion =
        row -> percent(number(row, "issued_10k_yuan"), number(row, "target_10k_yuan"));
    Map<String, Integer> ranks = ranks(rows, completion, true);
    return table(
        rows,
        row -> {
          BigDecimal earlier =
              percent(
                  sum(lending, row, "issued_10k_yuan_month_ago"), number(row, "target_10k_yuan"));
          return List.of(
              row.cell("target_10k_yuan"),
              trimmed(number(row, "issued_10k_yuan")),
              trimmed(sum(lending, row, "issued_households")),
              text(completion.apply(row)),
              text(earlier),
              change(completion.apply(row), earlier),
              rank(ranks, row));
        });
  }

  private Map<String, List<String>> overdue() {
    List<Csv.Row> rows = Csv.kunming("microcredit_overdue.csv");
    Map<String, Csv.Row> lending = lending();
    Function<Csv.Row, @Nullable BigDecimal> rate =
        row -> percent(number(row, "overdue_10k_yuan"), sum(lending, row, "outstanding_10k_yuan"));
    Map<String, Integer> ranks = ranks(rows, rate, false);
    return table(
        rows,
        row ->
            List.of(
                trimmed(number(row, "overdue_10k_yuan")),
                row.cell("overdue_households"),
                text(rate.apply(row)),
                change(
                    rate.apply(row),
                    percent(
                        sum(lending, row, "overdue_10k_yuan_month_ago"),
                        sum(lending, row, "outstanding_10k_yuan_month_ago"))),
                rank(ranks, row)));
  }

  /** How many knew is the whole number nearest to the printed share; the city's are the sums. */
  private static Map<String, List<String>> calls() {
    List<Csv.Row> rows = Csv.kunming("policy_awareness_calls.csv");
    List<String> shares =
        Stream.of("yulu", "yulu_plus", "transport", "microcredit")
            .map(policy -> "published_" + policy + "_percent")
            .toList();
    Map<String, BigDecimal> knew = new HashMap<>();
    Map<String, BigDecimal> asked = new HashMap<>();
    for (Csv.Row row : rows.subList(0, rows.size() - 1)) {
      for (String share : shares) {
        BigDecimal valid = number(row, "valid_persons");
        if (!row.cell(share).isEmpty()) {
          BigDecimal knowing =
              number(row, share).multiply(valid).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
          Stream.of(row.cell("county"), "总计")
              .forEach(
                  unit -> {
                    knew.merge(unit + share, knowing, BigDecimal::add);
                    asked.merge(unit + share, valid, BigDecimal::add);
                  });
        }
      }
    }
    return table(
        rows,
        row -> {
          List<String> cells = new ArrayList<>();
          Stream.of("called_persons", "valid_persons", "problem_numbers")
              .map(row::cell)
              .forEach(cells::add);
          for (String share : shares) {
            String key = row.cell("county") + share;
            cells.add(
                text(
                    percent(
                        knew.getOrDefault(key, BigDecimal.ZERO),
                        asked.getOrDefault(key, BigDecimal.ZERO))));
          }
          return cells;
        });
  }

  private static Map<String, List<String>> table(
      List<Csv.Row> rows, Function<Csv.Row, List<String>> cells) {
    Map<String, List<String>> table = new TreeMap<>();
    rows.forEach(row -> table.put(row.cell("county").replace("总计", "全市"), cells.apply(row)));
    return table;
  }

  /** What was chosen so that the printed follows: balances, households, a month before. */
  private static Map<String, Csv.Row> lending() {
    Map<String, Csv.Row> lending = new LinkedHashMap<>();
    Csv.kunming("lending.csv").forEach(row -> lending.put(row.cell("county"), row));
    return lending;
  }

  /** A column of a county, the city's being the sum. */
  private static BigDecimal sum(Map<String, Csv.Row> lending, Csv.Row of, String column) {
    Csv.Row own = lending.get(of.cell("county"));
    return (own == null ? lending.values().stream() : Stream.of(own))
        .map(row -> number(row, column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Ties share a rank and leave the next ones out. */
  private static Map<String, Integer> ranks(
      List<Csv.Row> rows, Function<Csv.Row, @Nullable BigDecimal> value, boolean highest) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (Csv.Row row : rows) {
      BigDecimal of = value.apply(row);
      if (of != null && !row.cell("county").equals("总计")) {
        values.put(row.cell("county"), of);
      }
    }
    Comparator<BigDecimal> better = highest ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Map<String, Integer> ranks = new HashMap<>();
    values.forEach(
        (county, own) ->
            ranks.put(
                county,
                1
                    + (int)
                        values.values().stream()
                            .filter(it -> better.compare(it, own) < 0)
                            .count()));
    return ranks;
  }

  private static String rank(Map<String, Integer> ranks, Csv.Row row) {
    return Objects.toString(ranks.get(row.cell("county")), NOTHING);
  }

  /** The independent count of a month before; null where it has no number. */
  private @Nullable BigDecimal told(Csv.Row row, String column) {
    String cell = before.get(codes.get(row.cell("county")) + " " + column);
    return cell == null || !Character.isDigit(cell.charAt(0)) ? null : new BigDecimal(cell);
  }

  private static BigDecimal number(Csv.Row row, String column) {
    return row.cell(column).isEmpty() ? BigDecimal.ZERO : new BigDecimal(row.cell(column));
  }

  private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP);
  }

  private static String text(@Nullable BigDecimal value) {
    return value == null ? NOTHING : value.toPlainString();
  }

  private static String trimmed(BigDecimal value) {
    return OfficeTables.plain(value.toPlainString());
  }

  private static String change(@Nullable BigDecimal now, @Nullable BigDecimal earlier) {
    if (now == null || earlier == null) {
      return NOTHING;
    }
    BigDecimal change = now.subtract(earlier);
    return (change.signum() > 0 ? "+" : "") + change.toPlainString().replace('-', '−');
  }
}
