package io.countypulse.employment.entry;

import io.countypulse.employment.entry.Entries.Applied;
import io.countypulse.employment.entry.Entries.Signature;
import io.countypulse.employment.entry.Written.Outcome;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Where a clerk's write is taken: tried out, applied once, or handed to a second person. */
@Component
class Desk {

  private static final int LONGEST_REASON = 200;

  private final IdempotentWrites writes;
  private final Entries entries;
  private final Reviews reviews;

  Desk(IdempotentWrites writes, Entries entries, Reviews reviews) {
    this.writes = writes;
    this.entries = entries;
    this.reviews = reviews;
  }

  /**
   * A write as it came.
   *
   * @param body what came with it
   * @param reason why, where the writer says so
   * @param confirmed codes of the warnings the writer has seen
   * @param preview whether only its effect is asked for
   */
  record Asked(
      Caller caller,
      WriteRequest request,
      Object body,
      @Nullable String reason,
      Set<String> confirmed,
      boolean preview) {

    Asked {
      reason = reason == null || reason.isBlank() ? null : reason.strip();
      confirmed = Set.copyOf(confirmed);
    }
  }

  /**
   * Answers 200 or 201 for what was applied, 202 with the review for what waits for a second
   * person.
   *
   * @param plan thinks the change out, in the transaction
   */
  ResponseEntity<Written> take(Asked asked, Supplier<Change> plan) {
    Caller caller = asked.caller();
    return asked.preview()
        ? ResponseEntity.ok(writes.preview(caller, () -> entries.preview(caller, plan.get())))
        : writes.once(caller, asked.request(), asked.body(), () -> written(asked, plan.get()));
  }

  private ResponseEntity<Written> written(Asked asked, Change change) {
    if (change.action().isCorrection()) {
      requireReason(asked.reason());
    }
    refuseUnconfirmed(asked, entries.warnings(change));
    Applied applied = entries.apply(asked.caller(), change, false);
    if (!applied.kept()) {
      return reviewed(asked, change, applied);
    }
    if (applied.changed()) {
      Signature by = new Signature(asked.caller().name(), null);
      entries.sign(asked.caller(), change, applied, checked(asked.reason()), by);
    }
    return answered(change, entries.answer(asked.caller(), change, applied));
  }

  private ResponseEntity<Written> reviewed(Asked asked, Change change, Applied applied) {
    Review review = reviews.open(asked.caller(), change, applied, requireReason(asked.reason()));
    return ResponseEntity.accepted()
        .location(URI.create("/api/employment/reviews/" + review.id()))
        .body(
            new Written(
                Outcome.PENDING_REVIEW,
                null,
                null,
                review,
                List.of(),
                List.of(),
                applied.flags(),
                true,
                entries.closedBefore()));
  }

  static ResponseEntity<Written> answered(Change change, Written written) {
    long version =
        written.worker() != null
            ? written.worker().version()
            : written.household() != null ? written.household().version() : 0;
    String path =
        "/api/employment/" + change.subject().replaceFirst("^(worker|household):", "$1s/");
    return change.action().isNewRecord()
        ? ResponseEntity.created(URI.create(path)).eTag(ExpectedVersion.tag(version)).body(written)
        : ResponseEntity.ok().eTag(ExpectedVersion.tag(version)).body(written);
  }

  private static void refuseUnconfirmed(Asked asked, List<Warning> warnings) {
    List<Warning> open =
        warnings.stream().filter(warning -> !asked.confirmed().contains(warning.code())).toList();
    if (open.isEmpty()) {
      return;
    }
    Problem problem =
        Problem.of(
                HttpStatus.CONFLICT,
                "CONFIRMATION_NEEDED",
                "请确认后再保存",
                String.join("；", open.stream().map(Warning::message).toList()),
                String.join("; ", open.stream().map(Warning::messageEn).toList()))
            .at(open.getFirst().field());
    ProblemDetail detail = problem.toDetail();
    detail.setProperty("warnings", open);
    throw new ErrorResponseException(problem.status(), detail, null);
  }

  private static String requireReason(@Nullable String reason) {
    if (reason == null) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "REASON_MISSING",
              "请填写更正原因",
              "更正已登记的内容或改动已结账月份的数据，必须写明原因。",
              "A correction, or a change of a closed month, needs a reason.")
          .at("reason")
          .toException();
    }
    return String.valueOf(checked(reason));
  }

  private static @Nullable String checked(@Nullable String reason) {
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "REASON_TOO_LONG",
              "原因过长",
              "原因不超过 " + LONGEST_REASON + " 个字。",
              "A reason has at most " + LONGEST_REASON + " characters.")
          .at("reason")
          .toException();
    }
    return reason;
  }
}
