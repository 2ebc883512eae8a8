package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Residence;
import io.countypulse.reporting.contribution.SubsidyCase;
import io.countypulse.reporting.contribution.SubsidyCase.Payment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stored subsidy case. */
final class SubsidyCaseForm {

  private SubsidyCaseForm() {}

  static void write(SubsidyCase subsidy, Packing to) {
    Integer entitled = subsidy.entitledFrom();
    to.code(subsidy.kind().name()).code(subsidy.period()).residence(subsidy.residence());
    to.flag(entitled != null).number(entitled == null ? 0 : entitled);
    for (Payment each : subsidy.payments()) {
      to.number(each.date()).amount(each.amount()).number(each.returned());
    }
  }

  static SubsidyCase read(long version, ByteBuffer from) {
    SubsidyCase.Kind kind = SubsidyCase.Kind.valueOf(Packing.code(from));
    String period = Packing.code(from);
    Residence residence = Packing.residence(from);
    boolean entitled = Packing.flag(from);
    int day = from.getInt();
    List<Payment> payments = new ArrayList<>();
    while (from.hasRemaining()) {
      payments.add(new Payment(from.getInt(), from.getLong(), from.getInt()));
    }
    return new SubsidyCase(version, kind, period, residence, entitled ? day : null, payments);
  }
}
