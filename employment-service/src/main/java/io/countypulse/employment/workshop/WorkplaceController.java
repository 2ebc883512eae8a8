package io.countypulse.employment.workshop;

import io.countypulse.employment.form.Entries;
import io.countypulse.employment.paging.Page;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.RegisteredPeople;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(WorkplaceController.PATH)
class WorkplaceController {

  static final String PATH = "/api/employment/workplaces";

  private final Workplaces workplaces;
  private final Assignments assignments;
  private final RegisteredPeople people;
  private final Outbox outbox;
  private final Audit audit;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final BusinessDate businessDate;
  private final Units units;

  WorkplaceController(
      Workplaces workplaces,
      Assignments assignments,
      RegisteredPeople people,
      Outbox outbox,
      Audit audit,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      BusinessDate businessDate,
      Units units) {
    this.workplaces = workplaces;
    this.assignments = assignments;
    this.people = people;
    this.outbox = outbox;
    this.audit = audit;
    this.transactions = transactions;
    this.writes = writes;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "帮扶车间和公益性岗位 · Workshops and public-welfare posts with their people",
      description = "Those on record, and those only spells tell of (registered: false).")
  @GetMapping
  Page<Place> list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable AssistedPost post,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    return transactions.read(
        scope, () -> workplaces.page(asked, day(asOf), post, after, Page.rows(limit)));
  }

  @Operation(summary = "一个帮扶车间或岗位 · One of them")
  @GetMapping("/{id}")
  ResponseEntity<Place> find(
      CountyScope scope,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    return answer(transactions.read(scope, () -> place(scope, day(asOf), id)));
  }

  @Operation(summary = "在岗人员 · The people who work there")
  @GetMapping("/{id}/people")
  Page<Hand> people(
      CountyScope scope,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    return transactions.read(
        scope, () -> workplaces.people(scope, day(asOf), id, after, Page.rows(limit)));
  }

  @Operation(summary = "登记帮扶车间或公益性岗位 · Put one on record")
  @PostMapping
  ResponseEntity<Place> add(Caller caller, WriteRequest request, @RequestBody NewPlace body) {
    NewPlace place = body.checked();
    UnitCode county = Entries.required(place.county(), "county");
    if (units.counties().stream().noneMatch(unit -> unit.code().equals(county))) {
      throw Entries.refused("UNKNOWN_COUNTY", "county", "没有这个县（市）区", "There is no such county");
    }
    caller.scope().narrowedTo(county);
    return writes.once(
        caller,
        request,
        body,
        () -> {
          String id =
              workplaces
                  .add(place, caller.name())
                  .orElseThrow(
                      () ->
                          Entries.conflict(
                              "WORKPLACE_EXISTS",
                              "该县（市）区已登记同名的帮扶车间或岗位",
                              "One of this name is on record in this county"));
          Place added = place(caller.scope(), businessDate.today(), id);
          audit(caller, "WORKPLACE_REGISTERED", added);
          return ResponseEntity.created(URI.create(PATH + "/" + id))
              .eTag(ExpectedVersion.tag(1))
              .body(added);
        });
  }

  @Operation(summary = "修改登记 · Change village, begin or end")
  @PutMapping("/{id}")
  ResponseEntity<Place> change(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody NewPlace body) {
    NewPlace place = body.checkedChange();
    return writes.once(
        caller,
        request,
        body,
        () -> {
          expected.check(workplaces.lock(id).orElseThrow(() -> Problem.notFound().toException()));
          workplaces.change(id, place, caller.name());
          Place changed = place(caller.scope(), businessDate.today(), id);
          audit(caller, "WORKPLACE_CHANGED", changed);
          return answer(changed);
        });
  }

  /** The first day of the spell that is put to a place. */
  record Assigned(@Nullable LocalDate start) {}

  @Operation(
      summary = "指定人员所在 · Put somebody's spell to this place by hand",
      description = "For spells whose employer is written differently; of the same kind of post.")
  @PutMapping("/{id}/people/{personId}")
  ResponseEntity<Place> assign(
      Caller caller,
      WriteRequest request,
      @PathVariable String id,
      @PathVariable String personId,
      @RequestBody Assigned body) {
    LocalDate start = Entries.required(body.start(), "start");
    return writes.once(
        caller,
        request,
        body,
        () -> {
          people.county(personId);
          Place place = registered(caller.scope(), id);
          if (!assignments.assign(place, personId, start, caller.name())) {
            throw Entries.conflict(
                "NO_SUCH_SPELL",
                "该人没有从这一天开始的这类岗位记录",
                "The person has no spell in such a post that starts on this day");
          }
          return published(caller, personId, id);
        });
  }

  @Operation(summary = "取消指定 · Take that back")
  @DeleteMapping("/{id}/people/{personId}")
  ResponseEntity<Place> release(
      Caller caller,
      WriteRequest request,
      @PathVariable String id,
      @PathVariable String personId,
      @RequestParam LocalDate start) {
    return writes.once(
        caller,
        request,
        start,
        () -> {
          people.county(personId);
          if (!assignments.release(id, personId, start)) {
            throw Problem.notFound().toException();
          }
          return published(caller, personId, id);
        });
  }

  private void audit(Caller caller, String action, Place place) {
    audit.record(
        new AuditEntry(
            caller.actor(), action, "workplace:" + place.id(), place.county(), Map.of()));
  }

  private ResponseEntity<Place> published(Caller caller, String person, String id) {
    LocalDate today = businessDate.today();
    UUID amendment = people.amendment("WORKPLACE_ASSIGNED", person, caller, today);
    assignments.publish(person, amendment, today, outbox.traceparent());
    return answer(place(caller.scope(), today, id));
  }

  private Place place(CountyScope scope, LocalDate day, String id) {
    return workplaces.find(scope, day, id).orElseThrow(() -> Problem.notFound().toException());
  }

  private Place registered(CountyScope scope, String id) {
    if (workplaces.lock(id).isEmpty()) {
      throw Problem.notFound().toException();
    }
    return place(scope, businessDate.today(), id);
  }

  private static ResponseEntity<Place> answer(Place place) {
    Long version = place.version();
    return version == null
        ? ResponseEntity.ok(place)
        : ResponseEntity.ok().eTag(ExpectedVersion.tag(version)).body(place);
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return asOf == null ? businessDate.today() : asOf;
  }
}
