package io.countypulse.reporting.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin on its way from draft to issue.
 *
 * @param corrects the issued bulletin it corrects
 * @param version one more with every change
 * @param material fixed at the review; null in a draft, which follows the live figures
 */
record Bulletin(
    UUID id,
    LocalDate asOf,
    @Nullable UUID corrects,
    State state,
    long version,
    BulletinText text,
    @Nullable Material material,
    Step drafted,
    @Nullable Step reviewed,
    @Nullable Issue issue) {

  enum State {
    DRAFT,
    REVIEWED,
    ISSUED
  }

  /** Who took a step, and when. */
  record Step(String by, Instant at) {}

  /**
   * How it was issued.
   *
   * @param seal SHA-256 over the hashes of all its files, in hex
   */
  record Issue(Step step, LocalDate on, int year, int number, String seal) {
    /** 〔2024〕3号. */
    String mark() {
      return "〔" + year + "〕" + number + "号";
    }
  }

  /** Who wrote or reviewed it must not issue it. */
  boolean isOwnWorkOf(String name) {
    return drafted.by().equals(name) || (reviewed != null && reviewed.by().equals(name));
  }
}
