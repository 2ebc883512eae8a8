package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Loan;
import io.countypulse.reporting.contribution.Residence;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stored loan. */
final class LoanForm {

  private LoanForm() {}

  static void write(Loan loan, Packing to) {
    to.residence(loan.residence()).number(loan.issuedOn()).amount(loan.issued());
    for (Loan.Position each : loan.positions()) {
      to.number(each.from()).number(each.due());
      to.amount(each.balance()).amount(each.overdue()).flag(each.fallsDue());
    }
  }

  static Loan read(long version, ByteBuffer from) {
    Residence residence = Packing.residence(from);
    int issuedOn = from.getInt();
    long issued = from.getLong();
    List<Loan.Position> positions = new ArrayList<>();
    while (from.hasRemaining()) {
      positions.add(
          new Loan.Position(
              from.getInt(), from.getInt(), from.getLong(), from.getLong(), Packing.flag(from)));
    }
    return new Loan(version, residence, issuedOn, issued, positions);
  }
}
