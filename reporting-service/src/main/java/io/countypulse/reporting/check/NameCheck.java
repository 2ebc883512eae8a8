package io.countypulse.reporting.check;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of units: aliases, the same unit under two names, a unit told twice. */
final class NameCheck {

  private static final int SHORTEST_TURNED_NAME = 4;

  private final Units units;
  private final Map<String, String> firstNames = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private NameCheck(Units units) {
    this.units = units;
  }

  static List<Finding> of(Units units, List<ReadTable> tables) {
    NameCheck check = new NameCheck(units);
    tables.forEach(check::table);
    return check.findings;
  }

  private void table(ReadTable table) {
    Map<String, Row> seen = new HashMap<>();
    for (Row row : table.units()) {
      Optional<Unit> unit = units.resolve(row.label());
      String key = unit.map(Unit::name).orElseGet(() -> PrintedNumber.plain(row.label()));
      if (seen.putIfAbsent(key, row) != null) {
        add(table, row, key, "同一单位在表中出现两次，合计会重复计算", "This unit stands in the table twice");
      }
      unit.ifPresentOrElse(known -> known(table, row, known), () -> unknown(table, row));
    }
  }

  private void known(ReadTable table, Row row, Unit unit) {
    String label = PrintedNumber.plain(row.label());
    boolean own =
        label.equals(PrintedNumber.plain(unit.name()))
            || label.equals(PrintedNumber.plain(unit.fullName()))
            || row.label().equals(unit.code().value());
    if (!own) {
      add(
          table,
          row,
          unit.name(),
          "“" + row.label() + "”是“" + unit.name() + "”的别称，请统一名称",
          "“" + row.label() + "” is another name of “" + unit.name() + "”");
    }
  }

  /** A unit of another city: the same signs in another order are most likely the same unit. */
  private void unknown(ReadTable table, Row row) {
    String plain = PrintedNumber.plain(row.label());
    if (plain.length() < SHORTEST_TURNED_NAME) {
      return;
    }
    String signs =
        plain.codePoints().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    String first = firstNames.putIfAbsent(signs, row.label());
    if (first != null && !PrintedNumber.plain(first).equals(plain)) {
      add(
          table,
          row,
          first,
          "“" + row.label() + "”与“" + first + "”疑为同一单位，请统一名称",
          "“" + row.label() + "” and “" + first + "” look like one unit");
    }
  }

  private void add(ReadTable table, Row row, String name, String message, String messageEn) {
    int column = table.printed().rows().get(row.index()).indexOf(row.label());
    findings.add(
        new Finding(
            FindingClass.NOTICE,
            table.name(),
            row.label(),
            column >= 0 ? table.columns().get(column).heading() : "",
            row.label(),
            name,
            message,
            messageEn,
            new CellPlace(table.number(), row.index(), Math.max(0, column))));
  }
}
