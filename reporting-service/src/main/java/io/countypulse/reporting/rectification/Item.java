package io.countypulse.reporting.rectification;

import io.countypulse.reporting.alert.AlertView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the ledger as it is shown.
 *
 * @param problem what is wrong
 * @param responsible the unit or office that has to mend it
 * @param state OPEN, SUBMITTED as mended, VERIFIED by another person, CLOSED (销号)
 * @param lateDays days since the deadline; 0 while there is time, and of what is closed
 * @param escalation 0 in time, 1 late, 2 late by more than a week: the city's leaders are told
 * @param alert the alert it came of, as the data have it today; null of one entered by hand
 */
record Item(
    long id,
    String county,
    String name,
    String problem,
    String responsible,
    LocalDate deadline,
    String measures,
    State state,
    int lateDays,
    int escalation,
    String createdBy,
    Instant createdAt,
    @Nullable String submittedBy,
    @Nullable String verifiedBy,
    @Nullable String closedBy,
    @Nullable LocalDate closedOn,
    @Nullable DataView alert,
    List<Step> steps,
    List<Evidence> evidence) {

  /** How far it has come. */
  enum State {
    OPEN,
    SUBMITTED,
    VERIFIED,
    CLOSED
  }

  /** What the figures themselves say of the problem. */
  record DataView(
      long id,
      AlertView.State state,
      String why,
      String whyEn,
      @Nullable LocalDate clearSince,
      @Nullable LocalDate closed) {

    static DataView of(AlertView alert) {
      return new DataView(
          alert.id(),
          alert.state(),
          alert.why(),
          alert.whyEn(),
          alert.clearSince(),
          alert.closed());
    }
  }

  /** Something that was done. */
  record Step(String step, String actor, String note, Instant actedAt) {}

  /**
   * A file that was put in.
   *
   * @param sha256 of its bytes, in hex
   */
  record Evidence(
      long id, String fileName, String mediaType, int size, String sha256, String uploadedBy) {}

  Item {
    steps = List.copyOf(steps);
    evidence = List.copyOf(evidence);
  }
}
