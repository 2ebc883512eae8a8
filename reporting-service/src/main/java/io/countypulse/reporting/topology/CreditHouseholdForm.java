package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.CreditHousehold;
import io.countypulse.reporting.contribution.CreditHousehold.Borrowed;
import io.countypulse.reporting.contribution.CreditHousehold.InArrears;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stored household with loans. */
final class CreditHouseholdForm {

  private CreditHouseholdForm() {}

  static void write(CreditHousehold household, Packing to) {
    to.number(household.issued().size());
    for (Borrowed each : household.issued()) {
      to.code(each.year()).code(each.county()).number(each.from());
    }
    for (InArrears each : household.overdue()) {
      to.code(each.county()).number(each.from()).number(each.until());
    }
  }

  static CreditHousehold read(long version, ByteBuffer from) {
    int count = from.getInt();
    List<Borrowed> issued = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      issued.add(new Borrowed(Packing.code(from), Packing.code(from), from.getInt()));
    }
    List<InArrears> overdue = new ArrayList<>();
    while (from.hasRemaining()) {
      overdue.add(new InArrears(Packing.code(from), from.getInt(), from.getInt()));
    }
    return new CreditHousehold(version, issued, overdue);
  }
}
