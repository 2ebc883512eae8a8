package io.countypulse.employment.survey;

import io.countypulse.employment.form.Entries;
import io.countypulse.employment.paging.Page;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.RegisteredPeople;
import io.countypulse.employment.worker.WorkerPage;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.employment.worker.Workers;
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
import java.util.Locale;
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

@RestController
@RequestMapping("/api/employment/surveys")
class SurveyController {

  private final Surveys surveys;
  private final SurveyEntry entry;
  private final Workers workers;
  private final RegisteredPeople people;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final BusinessDate businessDate;
  private final Units units;

  SurveyController(
      Surveys surveys,
      SurveyEntry entry,
      Workers workers,
      RegisteredPeople people,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      BusinessDate businessDate,
      Units units) {
    this.surveys = surveys;
    this.entry = entry;
    this.workers = workers;
    this.people = people;
    this.transactions = transactions;
    this.writes = writes;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** All surveys of somebody, the last first. */
  record Surveyed(String personId, List<Survey> surveys) {
    Surveyed {
      surveys = List.copyOf(surveys);
    }
  }

  @Operation(summary = "一人的调查记录 · All surveys of somebody")
  @GetMapping("/people/{personId}")
  Surveyed find(CountyScope scope, @PathVariable String personId) {
    return transactions.read(
        scope,
        () -> {
          people.county(personId);
          return new Surveyed(personId, surveys.of(personId));
        });
  }

  @Operation(
      summary = "登记调查 · Write down what somebody answered",
      description =
          "A survey of the same person and day is replaced. The wish to work goes into the register.")
  @PostMapping
  ResponseEntity<Surveyed> enter(Caller caller, WriteRequest request, @RequestBody NewSurvey body) {
    Answers answers = body.answers(businessDate.today());
    String person = answers.personId();
    return writes.once(
        caller,
        request,
        body,
        () -> {
          people.county(person);
          UUID amendment = people.amendment("SURVEY_ENTERED", person, caller, businessDate.today());
          entry.record(answers, amendment, caller.name());
          return ResponseEntity.status(HttpStatus.CREATED)
              .body(new Surveyed(person, surveys.of(person)));
        });
  }

  @Operation(
      summary = "六个清楚完成情况 · How much of the six facts is known",
      description = "level: county, township or village.")
  @GetMapping("/completeness")
  Completeness completeness(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "county") String level) {
    return surveys.completeness(scope, Asked.of(scope, county, units), day(asOf), level(level));
  }

  @Operation(
      summary = "意愿名单 · People whose wish is not met",
      description =
          "wish: work (not in work) or train (not trained since), the latter by trade if asked.")
  @GetMapping("/wishes")
  WorkerPage wishes(
      CountyScope scope,
      @RequestParam String wish,
      @RequestParam(required = false) @Nullable String trade,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    Wish asked =
        Wish.of(wish)
            .orElseThrow(
                () ->
                    Entries.refused(
                        "WISH_UNKNOWN",
                        "wish",
                        "wish 应为 work 或 train",
                        "The wish is work or train"));
    WorkerQuery query =
        WorkerQuery.of(day(asOf), Asked.of(scope, county, units), Counted.REGISTERED)
            .and(asked.condition());
    if (trade != null) {
      query.with("trade", trade).and(Wish.IN_TRADE);
    }
    return workers.page(scope, query, after, Page.rows(limit));
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return asOf == null ? businessDate.today() : asOf;
  }

  private static Surveys.Level level(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "county" -> Surveys.Level.COUNTY;
      case "township" -> Surveys.Level.TOWNSHIP;
      case "village" -> Surveys.Level.VILLAGE;
      default ->
          throw Entries.refused(
              "LEVEL_UNKNOWN",
              "level",
              "level 应为 county、township 或 village",
              "The level is county, township or village");
    };
  }
}
