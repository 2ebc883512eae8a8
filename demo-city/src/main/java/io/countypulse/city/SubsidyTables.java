package io.countypulse.city;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.countypulse.city.subsidy.Calling;
import io.countypulse.city.subsidy.Schooling;
import io.countypulse.city.subsidy.Subsidies;
import io.countypulse.city.subsidy.Travel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grants and phone checks, out of a place's tables. */
record SubsidyTables(Tables tables) {

  private static final List<String> SHARES =
      List.of(
          "published_yulu_percent",
          "published_yulu_plus_percent",
          "published_transport_percent",
          "published_microcredit_percent");

  Subsidies subsidies() {
    return new Subsidies(
        tables.units("yulu_subsidy.csv", SubsidyTables::schooling),
        tables.units("transport_subsidy.csv", SubsidyTables::travel),
        tables.units("policy_awareness_calls.csv", SubsidyTables::calling));
  }

  private static Schooling schooling(Unit unit, NamedCsvRecord row) {
    int students = count(row, "students");
    return new Schooling(
        unit,
        students,
        count(row, "paid_students"),
        count(row, "paid_amount_yuan"),
        students - count(row, "unpaid_at_2024_05_10"));
  }

  private static Travel travel(Unit unit, NamedCsvRecord row) {
    BigDecimal yuan = new BigDecimal(row.getField("paid_amount_10k_yuan")).movePointRight(4);
    return new Travel(unit, count(row, "paid_persons"), yuan.longValueExact());
  }

  private static Calling calling(Unit unit, NamedCsvRecord row) {
    int valid = count(row, "valid_persons");
    List<@Nullable Integer> knows = new ArrayList<>();
    SHARES.forEach(share -> knows.add(people(row.getField(share), valid)));
    return new Calling(
        unit, count(row, "called_persons"), valid, count(row, "problem_numbers"), knows);
  }

  /** The number of people whose share was printed, which is sometimes no number's share exactly. */
  private static @Nullable Integer people(String percent, int of) {
    return percent.isEmpty()
        ? null
        : new BigDecimal(percent)
            .multiply(BigDecimal.valueOf(of))
            .movePointLeft(2)
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
  }

  private static int count(NamedCsvRecord row, String field) {
    return Integer.parseInt(row.getField(field));
  }
}
