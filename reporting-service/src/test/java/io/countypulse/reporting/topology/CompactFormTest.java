package io.countypulse.reporting.topology;

import static io.countypulse.reporting.contribution.VerificationCall.Policy.YULU;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.contribution.CreditHousehold;
import io.countypulse.reporting.contribution.Entity;
import io.countypulse.reporting.contribution.Loan;
import io.countypulse.reporting.contribution.Programme;
import io.countypulse.reporting.contribution.Residence;
import io.countypulse.reporting.contribution.Spell;
import io.countypulse.reporting.contribution.Stay;
import io.countypulse.reporting.contribution.SubsidyCase;
import io.countypulse.reporting.contribution.Target;
import io.countypulse.reporting.contribution.VerificationCall;
import io.countypulse.reporting.contribution.VerificationCall.Outcome;
import io.countypulse.reporting.contribution.Worker;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stored states are read as they were written; another form needs another generation. */
class CompactFormTest {

  private static final Residence MOVED =
      new Residence(List.of(new Stay(Entity.FIRST_DAY, "530102"), new Stay(19_000, "UNKNOWN")));

  static List<Entity> states() {
    return List.of(
        new Worker(7, MOVED, true, List.of(new Spell(19_000, Spell.OPEN, true))),
        new Worker(
            1, Residence.in("530102"), false, Collections.nCopies(99, new Spell(1, 2, false))),
        new Target(
            2,
            Programme.MICROCREDIT,
            "530102",
            "2024",
            19_935,
            List.of(new Target.Step(1, 500L), new Target.Step(2, null))),
        new Loan(3, MOVED, 19_001, 5_000_000, List.of(new Loan.Position(1, 2, 3, 4, true))),
        new Loan(4, MOVED, 19_001, 0, List.of()),
        new CreditHousehold(
            5,
            List.of(new CreditHousehold.Borrowed("2024", "530102", 19_001)),
            List.of(new CreditHousehold.InArrears("530102", 19_900, 19_907))),
        new SubsidyCase(
            6,
            SubsidyCase.Kind.TRANSPORT,
            "2024",
            MOVED,
            19_875,
            List.of(new SubsidyCase.Payment(19_881, 100_000, SubsidyCase.Payment.KEPT))),
        new SubsidyCase(7, SubsidyCase.Kind.OTHER, "2023", MOVED, null, List.of()),
        new VerificationCall(8, "530102", 19_858, Outcome.VALID, Set.of(YULU), Set.of(YULU)),
        new VerificationCall(9, "530102", 19_858, null, Set.of(YULU), Set.of()));
  }

  @ParameterizedTest
  @MethodSource("states")
  void aStateIsReadAsItWasWritten(Entity state) {
    assertThat(CompactForm.read(CompactForm.write(state))).isEqualTo(state);
    assertThat(CompactForm.version(CompactForm.write(state))).isEqualTo(state.version());
  }

  /** Where this fails, raise {@code pulse.reporting.generation} before changing the text. */
  @Test
  void generationThreeStoresPeopleLikeThis() {
    assertThat(HexFormat.of().formatHex(CompactForm.write(states().getFirst())))
        .isEqualTo(
            "000000000000000757" // version, kind
                + "00000002ffff9c2106353330313032" // lives in 530102
                + "00004a3807554e4b4e4f574e" // then in UNKNOWN
                + "01" // does not wish to work
                + "0000000100004a387fffffff01"); // one spell, open, out of province
  }
}
