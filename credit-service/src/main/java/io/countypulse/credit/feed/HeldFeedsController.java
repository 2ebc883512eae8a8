package io.countypulse.credit.feed;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A person's word on feeds that can hardly be true (docs/decisions/0021). */
@RestController
@RequestMapping("/api/credit/feeds")
class HeldFeedsController {

  private static final Duration PATIENCE = Duration.ofSeconds(55);
  private static final int LONGEST_NOTE = 500;

  private final FeedStore store;
  private final FeedQueue queue;
  private final Receipts receipts;
  private final Audit audit;
  private final TransactionOperations transaction;

  HeldFeedsController(
      FeedStore store,
      FeedQueue queue,
      Receipts receipts,
      Audit audit,
      TransactionOperations transaction) {
    this.store = store;
    this.queue = queue;
    this.receipts = receipts;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** Why a held feed is taken or not. */
  record Word(@Nullable String note) {}

  @Operation(
      summary = "确认暂缓的报文 · Confirm a held feed with a note",
      description =
          "It is taken in like any other then; answers with its receipt. The same word again is"
              + " answered alike.")
  @PostMapping("/{id}/confirm")
  JsonNode confirm(
      @Parameter(hidden = true) Caller caller, @PathVariable UUID id, @RequestBody Word word)
      throws InterruptedException {
    return decided(caller, id, Decision.CONFIRMED, word);
  }

  @Operation(
      summary = "退回暂缓的报文 · Decline a held feed with a note",
      description = "It is refused as a whole; answers with its receipt.")
  @PostMapping("/{id}/decline")
  JsonNode decline(
      @Parameter(hidden = true) Caller caller, @PathVariable UUID id, @RequestBody Word word)
      throws InterruptedException {
    return decided(caller, id, Decision.DECLINED, word);
  }

  private JsonNode decided(Caller caller, UUID id, Decision decision, Word word)
      throws InterruptedException {
    String note = note(word);
    transaction.executeWithoutResult(
        _ -> {
          if (store.decide(id, decision, caller.name(), note)) {
            audit.record(
                new AuditEntry(
                    caller.actor(), "FEED_" + decision, "feed:" + id, null, Map.of("note", note)));
          } else if (!store.decided(id, decision, caller.name(), note)) {
            throw notHeld(id);
          }
        });
    queue.await(id, PATIENCE);
    return receipts.find(id).orElseThrow().body();
  }

  private static String note(Word word) {
    String note = word.note() == null ? "" : word.note().strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "NOTE_MISSING",
              "请填写说明",
              "须写明核对情况，不超过 " + LONGEST_NOTE + " 字",
              "A note says what was found, in at most " + LONGEST_NOTE + " characters")
          .at("note")
          .toException();
    }
    return note;
  }

  private RuntimeException notHeld(UUID id) {
    return receipts.find(id).isEmpty()
        ? Problem.notFound().toException()
        : Problem.of(
                HttpStatus.CONFLICT,
                "FEED_NOT_HELD",
                "报文已不在待确认状态",
                "该报文未被暂缓，或已有人处理",
                "The feed is not held, or somebody has decided")
            .toException();
  }
}
