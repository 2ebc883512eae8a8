package io.countypulse.employment.entry;

import io.countypulse.employment.entry.Entries.Applied;
import io.countypulse.employment.entry.Entries.Signature;
import io.countypulse.employment.entry.Review.State;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The second person's desk: changes of closed months, approved or sent back. */
@RestController
@RequestMapping("/api/employment/reviews")
class ReviewsController {

  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_ANSWER = 200;

  private final Reviews reviews;
  private final Entries entries;
  private final IdempotentWrites writes;
  private final ScopedTransactions transactions;

  ReviewsController(
      Reviews reviews, Entries entries, IdempotentWrites writes, ScopedTransactions transactions) {
    this.reviews = reviews;
    this.entries = entries;
    this.writes = writes;
    this.transactions = transactions;
  }

  /** Reviews, oldest first. */
  record Waiting(List<Review> items) {}

  /**
   * A review with what approving it would do now.
   *
   * @param preview absent once it is decided, or where the record has changed meanwhile
   */
  record Opened(Review review, @Nullable Written preview) {}

  /** Why it goes back. */
  record Answer(@Schema(example = "请附劳动合同") @Nullable String reason) {}

  @Operation(summary = "待复核的更正 · Changes of closed months that wait for a second person")
  @GetMapping
  Waiting list(
      CountyScope scope,
      @RequestParam(defaultValue = "PENDING") State state,
      @RequestParam(defaultValue = "50") int limit) {
    return new Waiting(
        transactions.read(scope, () -> reviews.list(state, Math.clamp(limit, 1, LARGEST_PAGE))));
  }

  @Operation(summary = "复核详情 · A change that waits, and its effect")
  @GetMapping("/{id}")
  Opened find(Caller caller, @PathVariable UUID id) {
    return transactions.preview(
        caller.scope(),
        () -> {
          Review review = reviews.find(id).orElseThrow(() -> Problem.notFound().toException());
          Change change = reviews.change(id);
          boolean open = review.state() == State.PENDING && entries.isStill(change);
          return new Opened(review, open ? entries.preview(caller, change) : null);
        });
  }

  @Operation(summary = "复核通过 · Approve; the change is applied")
  @PostMapping("/{id}/approve")
  ResponseEntity<Written> approve(Caller caller, WriteRequest request, @PathVariable UUID id) {
    return writes.once(caller, request, id, () -> approved(caller, id));
  }

  @Operation(summary = "退回 · Send back with a reason")
  @PostMapping("/{id}/send-back")
  ResponseEntity<Review> sendBack(
      Caller caller, WriteRequest request, @PathVariable UUID id, @RequestBody Answer body) {
    return writes.once(
        caller,
        request,
        body,
        () -> {
          Review review = undecided(id);
          refuseOwn(caller, review);
          String answer = body.reason() == null ? "" : body.reason().strip();
          if (answer.isEmpty() || answer.length() > LONGEST_ANSWER) {
            throw refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "REASON_MISSING",
                "请填写退回原因",
                "退回更正必须写明原因，不超过 " + LONGEST_ANSWER + " 个字。",
                "Sending back needs a reason of at most " + LONGEST_ANSWER + " characters.");
          }
          return ResponseEntity.ok(reviews.decide(caller, review, State.SENT_BACK, answer));
        });
  }

  @Operation(summary = "撤回 · Withdraw one's own request")
  @PostMapping("/{id}/withdraw")
  ResponseEntity<Review> withdraw(Caller caller, WriteRequest request, @PathVariable UUID id) {
    return writes.once(
        caller,
        request,
        id,
        () -> {
          Review review = undecided(id);
          if (!review.requestedBy().equals(caller.name())) {
            throw refusal(
                HttpStatus.FORBIDDEN,
                "REVIEW_NOT_OWN",
                "只能撤回自己提交的更正",
                "这项更正由他人提交，可通过或退回。",
                "Somebody else asked for this: approve it or send it back.");
          }
          return ResponseEntity.ok(reviews.decide(caller, review, State.WITHDRAWN, null));
        });
  }

  private ResponseEntity<Written> approved(Caller caller, UUID id) {
    Review review = undecided(id);
    refuseOwn(caller, review);
    Change change = reviews.change(id);
    if (!entries.isStill(change)) {
      throw refusal(
          HttpStatus.CONFLICT,
          "REVIEW_STALE",
          "记录已有新的变动",
          "提交更正之后记录又被改动，请退回，由提交人按最新内容重新提交。",
          "The record was changed after this was asked for: send it back to be done again.");
    }
    Applied applied = entries.apply(caller, change, true);
    entries.sign(
        caller,
        change,
        applied,
        review.reason(),
        new Signature(review.requestedBy(), caller.name()));
    reviews.decide(caller, review, State.APPROVED, null);
    return Desk.answered(change, entries.answer(caller, change, applied));
  }

  private Review undecided(UUID id) {
    Review review = reviews.hold(id).orElseThrow(() -> Problem.notFound().toException());
    if (review.state() != State.PENDING) {
      throw refusal(
          HttpStatus.CONFLICT,
          "REVIEW_DECIDED",
          "已处理",
          "这项更正已由 " + review.decidedBy() + " 处理。",
          "This was decided already.");
    }
    return review;
  }

  private static void refuseOwn(Caller caller, Review review) {
    if (review.requestedBy().equals(caller.name())) {
      throw refusal(
          HttpStatus.FORBIDDEN,
          "REVIEW_OWN",
          "不能复核自己提交的更正",
          "改动已结账月份须由另一人复核。",
          "A change of a closed month is approved by another person than asked for it.");
    }
  }

  private static RuntimeException refusal(
      HttpStatus status, String code, String title, String detail, String detailEn) {
    return Problem.of(status, code, title, detail, detailEn).toException();
  }
}
