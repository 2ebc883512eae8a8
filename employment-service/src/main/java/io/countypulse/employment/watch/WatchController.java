package io.countypulse.employment.watch;

import io.countypulse.employment.form.Entries;
import io.countypulse.employment.paging.Page;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.RegisteredPeople;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

@RestController
@RequestMapping("/api/employment/watch")
class WatchController {

  private static final int LONGEST_TEXT = 500;

  private final WatchList watchList;
  private final Visits visits;
  private final RegisteredPeople people;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final BusinessDate businessDate;
  private final Units units;

  WatchController(
      WatchList watchList,
      Visits visits,
      RegisteredPeople people,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      BusinessDate businessDate,
      Units units) {
    this.watchList = watchList;
    this.visits = visits;
    this.people = people;
    this.transactions = transactions;
    this.writes = writes;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "走访名单 · People to visit, those who wait longest first",
      description =
          "Household income per head below 10,000 yuan in the latest year told, able to work, not"
              + " in work as of the day.")
  @GetMapping
  Page<Watched> list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    return watchList.page(scope, asked, day, after, Page.rows(limit));
  }

  /** All visits to somebody, the last first. */
  record Visited(String personId, List<Visit> visits) {
    Visited {
      visits = List.copyOf(visits);
    }
  }

  @Operation(summary = "走访记录 · All visits to somebody")
  @GetMapping("/{personId}/visits")
  Visited visits(CountyScope scope, @PathVariable String personId) {
    return transactions.read(
        scope,
        () -> {
          people.county(personId);
          return new Visited(personId, visits.of(personId));
        });
  }

  @Operation(summary = "登记走访 · Write down a visit")
  @PostMapping("/{personId}/visits")
  ResponseEntity<Visit> visit(
      Caller caller,
      WriteRequest request,
      @PathVariable String personId,
      @RequestBody NewVisit body) {
    LocalDate day = Entries.past(body.visitedOn(), businessDate.today(), "visitedOn");
    String found = Entries.requiredText(body.found(), "found", LONGEST_TEXT);
    String measures = Entries.text(body.measures(), "measures", LONGEST_TEXT);
    return writes.once(
        caller,
        request,
        body,
        () -> {
          people.county(personId);
          Visit visit = visits.add(personId, day, found, measures, caller.name());
          people.audit("WATCH_VISITED", personId, caller, Map.of("visitedOn", day.toString()));
          return ResponseEntity.status(HttpStatus.CREATED).body(visit);
        });
  }
}
