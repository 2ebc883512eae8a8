package io.countypulse.subsidy.cases;

import java.util.List;

/**
 * What became of a step taken with many cases.
 *
 * @param refused those it was not taken with, by why
 */
public record Outcome(int moved, List<Refused> refused) {

  /** Cases refused for one reason; the first hundred by name. */
  public record Refused(
      Refusal code, String message, String messageEn, int count, List<String> ids) {
    public Refused {
      ids = List.copyOf(ids);
    }

    static Refused of(Refusal code, int count, List<String> ids) {
      return new Refused(code, code.message(), code.messageEn(), count, ids);
    }
  }

  public Outcome {
    refused = List.copyOf(refused);
  }
}
