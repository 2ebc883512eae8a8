package io.countypulse.subsidy.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything known of a case. */
record CaseDetail(
    @JsonUnwrapped CaseItem item, List<Payment> payments, List<Taken> steps, List<String> next) {

  /**
   * Money sent.
   *
   * @param term empty where it is for the whole period
   * @param returned the day it came back; null while it stands
   * @param by who paid it here; null where a file told of it
   * @param importId the file; null where it was paid here
   */
  record Payment(
      LocalDate date,
      String amount,
      String term,
      @Nullable LocalDate returned,
      @Nullable String by,
      @Nullable UUID batchId,
      @Nullable UUID importId) {}

  /**
   * A step, oldest first.
   *
   * @param by who took it; null where it follows from facts alone
   */
  record Taken(
      LocalDate from,
      Step step,
      String title,
      @Nullable String by,
      String reason,
      @Nullable LocalDate noticeEnds,
      @Nullable UUID batchId,
      @Nullable Instant recordedAt) {}

  CaseDetail {
    payments = List.copyOf(payments);
    steps = List.copyOf(steps);
    next = List.copyOf(next);
  }
}
