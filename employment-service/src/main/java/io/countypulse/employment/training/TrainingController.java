package io.countypulse.employment.training;

import io.countypulse.employment.benefit.BenefitFacts;
import io.countypulse.employment.form.Entries;
import io.countypulse.employment.paging.Page;
import io.countypulse.employment.worker.Asked;
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
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(TrainingController.PATH)
class TrainingController {

  static final String PATH = "/api/employment/trainings";

  private static final int MOST_PEOPLE = 1000;

  private final Courses courses;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Audit audit;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final BusinessDate businessDate;
  private final Units units;

  TrainingController(
      Courses courses,
      JdbcClient jdbc,
      Outbox outbox,
      Audit audit,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      BusinessDate businessDate,
      Units units) {
    this.courses = courses;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.audit = audit;
    this.transactions = transactions;
    this.writes = writes;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(summary = "培训班 · Training sessions begun until a day, the last first")
  @GetMapping
  Page<Course> list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable String trade,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    return transactions.read(scope, () -> courses.page(asked, day, trade, after, Page.rows(limit)));
  }

  @Operation(summary = "一期培训 · One session")
  @GetMapping("/{id}")
  Course find(CountyScope scope, @PathVariable UUID id) {
    return transactions.read(scope, () -> course(scope, id));
  }

  @Operation(summary = "参训人员 · Who attended, masked")
  @GetMapping("/{id}/people")
  Page<Attendant> people(
      CountyScope scope,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    return transactions.read(
        scope,
        () -> {
          course(scope, id);
          return courses.people(businessDate.today(), id, after, Page.rows(limit));
        });
  }

  @Operation(summary = "登记培训班 · Enter a session, with those who attend")
  @PostMapping
  ResponseEntity<Course> add(Caller caller, WriteRequest request, @RequestBody NewCourse body) {
    NewCourse course = body.checked();
    UnitCode county = Entries.required(course.county(), "county");
    if (units.counties().stream().noneMatch(unit -> unit.code().equals(county))) {
      throw Entries.refused("UNKNOWN_COUNTY", "county", "没有这个县（市）区", "There is no such county");
    }
    caller.scope().narrowedTo(county);
    return writes.once(
        caller,
        request,
        body,
        () -> {
          UUID id =
              courses
                  .add(course, caller.name())
                  .orElseThrow(
                      () ->
                          Entries.conflict(
                              "COURSE_EXISTS",
                              "已登记同一县（市）区、工种、企业和开始日期的培训班",
                              "There is one of this county, trade, organiser and start"));
          List<String> people = course.people();
          attend(caller, id, people == null ? List.of() : people);
          return ResponseEntity.created(URI.create(PATH + "/" + id))
              .body(course(caller.scope(), id));
        });
  }

  /** People by their codes. */
  record People(@Nullable List<String> people) {}

  @Operation(summary = "登记参训人员 · Enter who attended")
  @PostMapping("/{id}/people")
  ResponseEntity<Course> attend(
      Caller caller, WriteRequest request, @PathVariable UUID id, @RequestBody People body) {
    List<String> people = Entries.required(body.people(), "people");
    return writes.once(
        caller,
        request,
        body,
        () -> {
          course(caller.scope(), id);
          attend(caller, id, people);
          return ResponseEntity.ok(course(caller.scope(), id));
        });
  }

  @Operation(summary = "移除参训人员 · Take somebody off the list")
  @DeleteMapping("/{id}/people/{personId}")
  ResponseEntity<Course> remove(
      Caller caller, WriteRequest request, @PathVariable UUID id, @PathVariable String personId) {
    return writes.once(
        caller,
        request,
        personId,
        () -> {
          course(caller.scope(), id);
          if (!courses.remove(id, personId, caller.name())) {
            throw Problem.notFound().toException();
          }
          publish(personId);
          audit(caller, "TRAINEE_REMOVED", id, Map.of("person", personId));
          return ResponseEntity.ok(course(caller.scope(), id));
        });
  }

  private void attend(Caller caller, UUID id, List<String> people) {
    if (people.size() > MOST_PEOPLE) {
      throw Entries.refused(
          "TOO_MANY", "people", "一次最多 " + MOST_PEOPLE + " 人，请用文件导入", "Import a file instead");
    }
    List<String> strangers = courses.attend(id, people, caller.name());
    if (!strangers.isEmpty()) {
      throw Entries.conflict(
          "PERSON_UNKNOWN",
          strangers.size() + " 个人编号没有登记，或登记在其他县（市）区；请核对后重新提交",
          strangers.size() + " of the codes are not registered, or in another county");
    }
    publish(people.toArray(String[]::new));
    audit(caller, "TRAINEES_ENTERED", id, Map.of("people", people.size()));
  }

  private void audit(Caller caller, String action, UUID id, Map<String, Object> detail) {
    UnitCode county = course(caller.scope(), id).county();
    audit.record(new AuditEntry(caller.actor(), action, "training:" + id, county, detail));
  }

  private void publish(String... people) {
    new BenefitFacts(jdbc, businessDate.today(), outbox.traceparent()).publishOf(people);
  }

  private Course course(CountyScope scope, UUID id) {
    return courses.find(scope, id).orElseThrow(() -> Problem.notFound().toException());
  }
}
