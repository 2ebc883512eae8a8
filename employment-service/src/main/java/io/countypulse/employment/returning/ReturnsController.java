package io.countypulse.employment.returning;

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
@RequestMapping("/api/employment/returns")
class ReturnsController {

  private static final int LONGEST_NOTE = 500;

  private final Returns returns;
  private final Contacts contacts;
  private final RegisteredPeople people;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final BusinessDate businessDate;
  private final Units units;

  ReturnsController(
      Returns returns,
      Contacts contacts,
      RegisteredPeople people,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      BusinessDate businessDate,
      Units units) {
    this.returns = returns;
    this.contacts = contacts;
    this.people = people;
    this.transactions = transactions;
    this.writes = writes;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "返乡回流名单 · Who came back, the longest without work first",
      description =
          "Everybody who stopped working and has not begun again, and those in work again who came"
              + " back this year; without those who do not wish to work.")
  @GetMapping
  ReturnPage list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) Return.@Nullable State state,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    return returns.page(scope, asked, day, state, after, Page.rows(limit));
  }

  /** All talks with somebody, the last first. */
  record Talks(String personId, List<Contact> contacts) {
    Talks {
      contacts = List.copyOf(contacts);
    }
  }

  @Operation(summary = "联系记录 · All talks with somebody who came back")
  @GetMapping("/{personId}/contacts")
  Talks talks(CountyScope scope, @PathVariable String personId) {
    return transactions.read(
        scope,
        () -> {
          people.county(personId);
          return new Talks(personId, contacts.of(personId));
        });
  }

  @Operation(summary = "登记联系 · Write down a talk with somebody who came back")
  @PostMapping("/{personId}/contacts")
  ResponseEntity<Contact> contact(
      Caller caller,
      WriteRequest request,
      @PathVariable String personId,
      @RequestBody NewContact body) {
    LocalDate day = Entries.past(body.contactedOn(), businessDate.today(), "contactedOn");
    Contact.Outcome outcome = Entries.required(body.outcome(), "outcome");
    String note = Entries.text(body.note(), "note", LONGEST_NOTE);
    return writes.once(
        caller,
        request,
        body,
        () -> {
          refuseUnlessReturned(personId, day);
          Contact contact = contacts.add(personId, day, outcome, note, caller.name());
          people.audit(
              "RETURN_CONTACTED",
              personId,
              caller,
              Map.of("contactedOn", day.toString(), "outcome", outcome.name()));
          return ResponseEntity.status(HttpStatus.CREATED).body(contact);
        });
  }

  private void refuseUnlessReturned(String person, LocalDate day) {
    people.county(person);
    if (!returns.isReturned(person, day)) {
      throw Entries.conflict(
          "NOT_RETURNED",
          "该人在联系当日不在返乡回流名单上（在岗、从未务工，或没有就业意愿）",
          "On that day the person was not among those who came back");
    }
  }
}
