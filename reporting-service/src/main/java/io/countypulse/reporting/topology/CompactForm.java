package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.CreditHousehold;
import io.countypulse.reporting.contribution.Entity;
import io.countypulse.reporting.contribution.Loan;
import io.countypulse.reporting.contribution.SubsidyCase;
import io.countypulse.reporting.contribution.Target;
import io.countypulse.reporting.contribution.VerificationCall;
import io.countypulse.reporting.contribution.Worker;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The state of a record as it is stored: its version in eight bytes, its kind, then what figures
 * are made of. Another form of a kind is another generation of the topology.
 */
final class CompactForm {

  private static final byte WORKER = 'W';
  private static final byte TARGET = 'T';
  private static final byte LOAN = 'L';
  private static final byte CREDIT_HOUSEHOLD = 'H';
  private static final byte SUBSIDY_CASE = 'S';
  private static final byte CALL = 'C';
  private static final int VERSION = Long.BYTES;

  private CompactForm() {}

  static byte[] write(Entity entity) {
    Packing to = new Packing().amount(entity.version());
    switch (entity) {
      case Worker worker -> WorkerForm.write(worker, to.kind(WORKER));
      case Target target -> TargetForm.write(target, to.kind(TARGET));
      case Loan loan -> LoanForm.write(loan, to.kind(LOAN));
      case CreditHousehold household ->
          CreditHouseholdForm.write(household, to.kind(CREDIT_HOUSEHOLD));
      case SubsidyCase subsidy -> SubsidyCaseForm.write(subsidy, to.kind(SUBSIDY_CASE));
      case VerificationCall call -> CallForm.write(call, to.kind(CALL));
    }
    return to.toBytes();
  }

  static Entity read(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    long version = from.getLong();
    byte kind = from.get();
    return switch (kind) {
      case WORKER -> WorkerForm.read(version, from);
      case TARGET -> TargetForm.read(version, from);
      case LOAN -> LoanForm.read(version, from);
      case CREDIT_HOUSEHOLD -> CreditHouseholdForm.read(version, from);
      case SUBSIDY_CASE -> SubsidyCaseForm.read(version, from);
      case CALL -> CallForm.read(version, from);
      default -> throw new IllegalStateException("a stored state of unknown kind " + kind);
    };
  }

  static long version(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }

  /** Whether two states differ in nothing but their version. */
  static boolean sameFacts(byte[] one, byte[] other) {
    return Arrays.equals(one, VERSION, one.length, other, VERSION, other.length);
  }
}
