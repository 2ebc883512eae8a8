package io.countypulse.employment.entry;

import static io.countypulse.employment.entry.Action.*;

import io.countypulse.employment.entry.Desk.Asked;
import io.countypulse.employment.household.HouseholdForm;
import io.countypulse.employment.household.Households;
import io.countypulse.employment.household.HouseholdsByHand;
import io.countypulse.employment.household.HouseholdsByHand.Current;
import io.countypulse.employment.intake.FormProblem;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Households by hand; a household's move is its members' move. */
@RestController
@RequestMapping("/api/employment/households")
class HouseholdEntryController {

  private final Desk desk;
  private final HouseholdsByHand households;
  private final Households records;
  private final Days days;
  private final BusinessDate businessDate;

  HouseholdEntryController(
      Desk desk,
      HouseholdsByHand households,
      Households records,
      Days days,
      BusinessDate businessDate) {
    this.desk = desk;
    this.households = households;
    this.records = records;
    this.days = days;
    this.businessDate = businessDate;
  }

  /** The household as it shall be; its county stays: moving has a request of its own. */
  record Edit(
      @Nullable String township,
      @Nullable String village,
      @Schema(example = "MONITORED") @Nullable String category,
      @Schema(example = "4") @Nullable String headCount,
      @Nullable List<HouseholdForm.IncomeForm> incomes,
      @Nullable String reason) {}

  /**
   * Another county, from a day on or for all the past.
   *
   * @param from first day there, of a move; the business date where absent
   */
  record Relocation(
      @Schema(example = "530102") @Nullable String county,
      @Nullable String township,
      @Nullable String village,
      @Schema(example = "2024-06-01") @Nullable String from,
      @Schema(example = "搬迁安置") @Nullable String reason) {}

  @Operation(summary = "登记户 · Register a household")
  @PostMapping
  ResponseEntity<Written> create(
      Caller caller,
      WriteRequest request,
      @RequestBody HouseholdForm body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(asked(caller, request, body, null, preview), () -> creation(body));
  }

  @Operation(
      summary = "修改户 · Edit a household",
      description = "Incomes of years that are not told stay.")
  @PutMapping("/{id}")
  ResponseEntity<Written> edit(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody Edit body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () -> {
          Current known = held(id, expected);
          HouseholdForm form =
              new HouseholdForm(
                  id,
                  known.form().county(),
                  body.township(),
                  body.village(),
                  body.category(),
                  body.headCount(),
                  body.incomes());
          return Change.of(
              HOUSEHOLD_EDITED,
              id,
              known.version(),
              businessDate.today(),
              CountyChange.REFUSE,
              form);
        });
  }

  @Operation(summary = "户迁移 · Move a household and its members to another county, from a day on")
  @PostMapping("/{id}/move")
  ResponseEntity<Written> move(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody Relocation body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () ->
            relocation(
                HOUSEHOLD_MOVED,
                held(id, expected),
                days.upToToday("from", body.from()),
                CountyChange.MOVE,
                body));
  }

  @Operation(
      summary = "更正户所在县 · Correct the county of a household and its members, for all the past")
  @PostMapping("/{id}/correct")
  ResponseEntity<Written> correct(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable String id,
      @RequestBody Relocation body,
      @RequestParam(defaultValue = "false") boolean preview) {
    return desk.take(
        asked(caller, request, body, body.reason(), preview),
        () ->
            relocation(
                HOUSEHOLD_CORRECTED,
                held(id, expected),
                businessDate.today(),
                CountyChange.CORRECT,
                body));
  }

  private Change creation(HouseholdForm form) {
    if (form.householdId() == null || form.householdId().isBlank()) {
      throw FormProblem.of(
          "householdId", "MISSING", "缺少户编号，请补填", "The code is missing: fill it in");
    }
    String household = Texts.code(form.householdId());
    records.refuseElsewhere(household);
    long version = households.hold(household).map(Current::version).orElse(0L);
    if (version > 0) {
      throw Problem.of(
              HttpStatus.CONFLICT,
              "HOUSEHOLD_EXISTS",
              "户编号已存在",
              "户编号 " + household + " 已登记，请打开该记录修改，或换一个编号。",
              "This household is registered: edit that record or take another code.")
          .at("householdId")
          .toException();
    }
    return Change.of(
        HOUSEHOLD_CREATED, household, 0, businessDate.today(), CountyChange.REFUSE, form);
  }

  private static Change relocation(
      Action action, Current known, LocalDate from, CountyChange change, Relocation body) {
    if (body.county() == null || body.county().isBlank()) {
      throw FormProblem.of("county", "MISSING", "缺少县（市）区，请补填", "The county is missing: fill it in");
    }
    HouseholdForm form = known.form();
    return Change.of(
        action,
        String.valueOf(form.householdId()),
        known.version(),
        from,
        change,
        form.in(
            body.county(),
            body.township() == null ? form.township() : body.township(),
            body.village() == null ? form.village() : body.village()));
  }

  private Current held(String household, ExpectedVersion expected) {
    Current known =
        households
            .hold(household)
            .orElseThrow(
                () -> {
                  records.refuseElsewhere(household);
                  return Problem.notFound().toException();
                });
    expected.check(known.version());
    return known;
  }

  private static Asked asked(
      Caller caller, WriteRequest request, Object body, @Nullable String reason, boolean preview) {
    return new Asked(caller, request, body, reason, Set.of(), preview);
  }
}
