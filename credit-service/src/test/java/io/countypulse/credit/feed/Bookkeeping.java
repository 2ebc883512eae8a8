package io.countypulse.credit.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The naive way: keeps every accepted position whole and reads them all for every question. Shares
 * nothing with the service but DOMAIN.md § 5.
 */
final class Bookkeeping {

  /** What a bank says of a loan; money in fen. */
  record Said(
      String household,
      String county,
      LocalDate issued,
      LocalDate due,
      long amount,
      long balance,
      long overdue,
      String status) {}

  /** A position: the loans told, and those whose row was refused. */
  record Position(Map<String, Said> told, Set<String> refused) {}

  /** Sums of a county. */
  static final class Sums {
    long issued;
    long issuedHouseholds;
    long outstanding;
    long overdue;
    long overdueHouseholds;

    @Override
    public String toString() {
      return "%d %d %d %d %d"
          .formatted(issued, issuedHouseholds, outstanding, overdue, overdueHouseholds);
    }
  }

  private record Counting(LocalDate issued, String loan, String county) {}

  private final Map<String, NavigableMap<LocalDate, Position>> banks = new TreeMap<>();

  void accept(String bank, LocalDate day, Position position) {
    banks.computeIfAbsent(bank, _ -> new TreeMap<>()).put(day, position);
  }

  @Nullable Position position(String bank, LocalDate day) {
    return banks.getOrDefault(bank, new TreeMap<>()).get(day);
  }

  /** What is known of each loan on each day of its bank's positions; null balance: absent. */
  private static Map<String, NavigableMap<LocalDate, Said>> histories(
      NavigableMap<LocalDate, Position> bank) {
    Map<String, NavigableMap<LocalDate, Said>> histories = new TreeMap<>();
    bank.values()
        .forEach(p -> p.told().keySet().forEach(loan -> histories.put(loan, new TreeMap<>())));
    histories.forEach(
        (loan, history) ->
            bank.forEach(
                (day, position) -> {
                  Said said = position.told().get(loan);
                  if (said != null) {
                    history.put(day, said);
                  } else if (!position.refused().contains(loan) && !history.isEmpty()) {
                    Said before = history.lastEntry().getValue();
                    history.put(day, absent(before));
                  }
                }));
    return histories;
  }

  private static Said absent(Said before) {
    return new Said(
        before.household(),
        before.county(),
        before.issued(),
        before.due(),
        before.amount(),
        0,
        0,
        "缺失");
  }

  Map<String, Sums> figures(LocalDate day) {
    Map<String, Sums> sums = new HashMap<>();
    Map<String, List<Counting>> borrowers = new HashMap<>();
    Map<String, List<Counting>> debtors = new HashMap<>();
    banks.forEach(
        (bank, positions) ->
            histories(positions)
                .forEach(
                    (loan, history) ->
                        count(bank + "|" + loan, history, day, sums, borrowers, debtors)));
    borrowers.values().forEach(loans -> sum(sums, first(loans)).issuedHouseholds++);
    debtors.values().forEach(loans -> sum(sums, first(loans)).overdueHouseholds++);
    return sums;
  }

  private static void count(
      String loan,
      NavigableMap<LocalDate, Said> history,
      LocalDate day,
      Map<String, Sums> sums,
      Map<String, List<Counting>> borrowers,
      Map<String, List<Counting>> debtors) {
    Said newest = history.lastEntry().getValue();
    LocalDate issued = newest.issued();
    if (issued.getYear() == day.getYear() && !issued.isAfter(day)) {
      var then = history.floorEntry(issued);
      String county = (then == null ? history.firstEntry() : then).getValue().county();
      sum(sums, county).issued += newest.amount();
      borrowers
          .computeIfAbsent(newest.household(), _ -> new ArrayList<>())
          .add(new Counting(issued, loan, county));
    }
    var held = history.floorEntry(day);
    if (held == null) {
      return;
    }
    Said said = held.getValue();
    sum(sums, said.county()).outstanding += said.balance();
    long overdue =
        said.overdue() > 0
            ? said.overdue()
            : said.due().isBefore(day) && !Set.of("展期", "结清", "核销").contains(said.status())
                ? said.balance()
                : 0;
    sum(sums, said.county()).overdue += overdue;
    if (overdue > 0) {
      debtors
          .computeIfAbsent(newest.household(), _ -> new ArrayList<>())
          .add(new Counting(issued, loan, said.county()));
    }
  }

  private static String first(List<Counting> loans) {
    return loans.stream()
        .min(java.util.Comparator.comparing(Counting::issued).thenComparing(Counting::loan))
        .orElseThrow()
        .county();
  }

  private static Sums sum(Map<String, Sums> sums, String county) {
    return sums.computeIfAbsent(county, _ -> new Sums());
  }

  Set<LocalDate> days() {
    Set<LocalDate> days = new HashSet<>();
    banks.values().forEach(positions -> days.addAll(positions.keySet()));
    return days;
  }
}
