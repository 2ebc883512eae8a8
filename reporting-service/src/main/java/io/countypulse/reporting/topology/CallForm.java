package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.VerificationCall;
import io.countypulse.reporting.contribution.VerificationCall.Outcome;
import io.countypulse.reporting.contribution.VerificationCall.Policy;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;

/** A stored verification call. */
final class CallForm {

  private static final String NO_OUTCOME = "";

  private CallForm() {}

  static void write(VerificationCall call, Packing to) {
    Outcome outcome = call.outcome();
    to.code(call.county()).number(call.date());
    to.code(outcome == null ? NO_OUTCOME : outcome.name());
    for (Policy policy : Policy.values()) {
      to.flag(call.asked().contains(policy)).flag(call.known().contains(policy));
    }
  }

  static VerificationCall read(long version, ByteBuffer from) {
    String county = Packing.code(from);
    int date = from.getInt();
    String outcome = Packing.code(from);
    Set<Policy> asked = EnumSet.noneOf(Policy.class);
    Set<Policy> known = EnumSet.noneOf(Policy.class);
    for (Policy policy : Policy.values()) {
      if (Packing.flag(from)) {
        asked.add(policy);
      }
      if (Packing.flag(from)) {
        known.add(policy);
      }
    }
    return new VerificationCall(
        version,
        county,
        date,
        outcome.equals(NO_OUTCOME) ? null : Outcome.valueOf(outcome),
        asked,
        known);
  }
}
