package io.countypulse.city;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.city.lending.Ledger;
import io.countypulse.city.lending.Lending;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Microcredit, out of a place's tables. */
record LendingTables(Tables tables) {

  /** What each unit was asked to lend and what must come out of its loans. */
  List<Lending> lending() {
    Optional<LocalDate> deadline =
        tables
            .rows("narrative.csv")
            .filter(row -> row.getField("figure").equals("credit deadline"))
            .map(row -> LocalDate.parse(row.getField("value")))
            .findFirst();
    return deadline
        .map(day -> tables.units("microcredit_issued.csv", (unit, row) -> lending(unit, row, day)))
        .orElse(List.of());
  }

  private Lending lending(Unit unit, NamedCsvRecord issued, LocalDate deadline) {
    NamedCsvRecord overdue = tables.row("microcredit_overdue.csv", unit);
    NamedCsvRecord chosen = tables.row("lending.csv", unit);
    return new Lending(
        unit,
        issued.getField("target_10k_yuan"),
        deadline,
        new Ledger(
            fen(chosen, "issued_10k_yuan_month_ago"),
            count(chosen, "issued_households_month_ago"),
            fen(chosen, "outstanding_10k_yuan_month_ago"),
            fen(chosen, "overdue_10k_yuan_month_ago"),
            count(chosen, "overdue_households_month_ago")),
        new Ledger(
            fen(issued, "issued_10k_yuan"),
            count(chosen, "issued_households"),
            fen(chosen, "outstanding_10k_yuan"),
            fen(overdue, "overdue_10k_yuan"),
            count(overdue, "overdue_households")));
  }

  private static long fen(NamedCsvRecord row, String field) {
    return new BigDecimal(row.getField(field)).movePointRight(6).longValueExact();
  }

  private static int count(NamedCsvRecord row, String field) {
    return Integer.parseInt(row.getField(field));
  }
}
