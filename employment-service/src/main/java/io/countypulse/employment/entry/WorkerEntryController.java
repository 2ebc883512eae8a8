package io.countypulse.employment.entry;

import io.countypulse.employment.entry.Desk.Asked;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * People by hand. Every write takes {@code preview=true}, which tells its effect and changes
 * nothing.
 */
@RestController
@RequestMapping("/api/employment/workers")
class WorkerEntryController {

  private final Desk desk;
  private final WorkerPlans plans;

  WorkerEntryController(Desk desk, WorkerPlans plans) {
    this.desk = desk;
    this.plans = plans;
  }

  @Operation(
      summary = "登记务工人员 · Register a person",
      description = "confirm: codes of warnings seen, such as POSSIBLE_DUPLICATE.")
  @PostMapping
  ResponseEntity<Written> create(
      Caller caller,
      WriteRequest request,
      @RequestBody WorkerRequests.Creation body,
      @RequestParam(defaultValue = "") Set<String> confirm,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        new Asked(caller, request, body, body.reason(), confirm, preview),
        () -> plans.creation(body.form()));
  }

  @Operation(
      summary = "修改务工人员 · Edit a person, the whole list of spells included",
      description =
          "A change of a closed month needs a reason and waits for a second person (202).")
  @PutMapping("/{id}")
  ResponseEntity<Written> edit(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody WorkerRequests.Edit body,
      @RequestParam(defaultValue = "") Set<String> confirm,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        new Asked(caller, request, body, body.reason(), confirm, preview),
        () -> plans.edit(id, expected, body));
  }

  @Operation(summary = "开始务工 · Start a spell in work")
  @PostMapping("/{id}/spells")
  ResponseEntity<Written> start(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody WorkerRequests.Start body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () -> plans.start(id, expected, body.spell()));
  }

  @Operation(
      summary = "结束务工 · End a spell",
      description = "place: the spell's place in the record's list, from 0.")
  @PostMapping("/{id}/spells/{place}/end")
  ResponseEntity<Written> end(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @PathVariable int place,
      @RequestBody WorkerRequests.End body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () -> plans.end(id, expected, place, body));
  }

  @Operation(summary = "迁户 · Move a person to another household, from a day on")
  @PostMapping("/{id}/move")
  ResponseEntity<Written> move(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody WorkerRequests.Move body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview), () -> plans.move(id, expected, body));
  }

  @Operation(summary = "更正所属户 · Correct the household, for all the past")
  @PostMapping("/{id}/correct")
  ResponseEntity<Written> correct(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody WorkerRequests.Correction body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () -> plans.correction(id, expected, body));
  }

  @Operation(summary = "恢复旧版本 · Restore what a former version said; undoes a merge")
  @PostMapping("/{id}/restore")
  ResponseEntity<Written> restore(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody WorkerRequests.Restoration body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () -> plans.restoration(id, expected, body));
  }

  @Operation(summary = "合并重复人员 · Merge another record of the same person into this one")
  @PostMapping("/{id}/merge")
  ResponseEntity<Written> merge(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody WorkerRequests.Merge body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () -> plans.merge(id, expected, body));
  }

  private static Asked asked(
      Caller caller, WriteRequest request, Object body, @Nullable String reason, boolean preview) {
    return new Asked(caller, request, body, reason, Set.of(), preview);
  }
}
