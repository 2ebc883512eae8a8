package io.countypulse.credit.loan;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/credit")
class LoansController {

  private static final int LARGEST_PAGE = 200;

  private final Loans loans;
  private final LoanHistory history;
  private final Overview overview;
  private final Ledger ledger;
  private final BusinessDate businessDate;
  private final Units units;

  LoansController(
      Loans loans,
      LoanHistory history,
      Overview overview,
      Ledger ledger,
      BusinessDate businessDate,
      Units units) {
    this.loans = loans;
    this.history = history;
    this.overview = overview;
    this.ledger = ledger;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** Conditions a list may be narrowed by. */
  record Filter(
      @Nullable String bank,
      @Nullable String state,
      @Nullable String bucket,
      @Nullable String flag,
      @Nullable Integer dueWithin,
      @Nullable String q) {}

  /** Rows as of a day. */
  record AsOf<R>(LocalDate asOf, List<R> rows) {}

  @Operation(
      summary = "贷款列表 · Loans as of a day",
      description =
          "q: how a loan number, loan id or household begins. bucket: 1-30, 31-60, 61-90, 90+.")
  @GetMapping("/loans")
  LoanPage list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable UnitCode county,
      Filter filter,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    Asked asked = Asked.by(caller, county, units);
    LoanQuery query = narrowed(LoanQuery.of(day(asOf), asked, Counted.KNOWN), filter);
    return loans.page(asked, query, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @Operation(summary = "贷款详情 · The life of a loan")
  @GetMapping("/loans/{id}")
  LoanDetail find(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    return history
        .find(Asked.by(caller, null, units), id, day(asOf))
        .orElseThrow(() -> Problem.notFound().toException());
  }

  @Operation(summary = "逾期账龄 · Overdue principal by age")
  @GetMapping("/ageing")
  AsOf<Overview.Ageing> ageing(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    LocalDate day = day(asOf);
    return new AsOf<>(day, overview.ageing(Asked.by(caller, county, units), day));
  }

  @Operation(summary = "到期预测 · What falls due within 30, 60 and 90 days")
  @GetMapping("/due")
  AsOf<Overview.Due> due(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    LocalDate day = day(asOf);
    return new AsOf<>(day, overview.due(Asked.by(caller, county, units), day));
  }

  @Operation(summary = "资金台账 · Issued − repaid − written off = outstanding, by bank and county")
  @GetMapping("/ledger")
  AsOf<Ledger.Account> ledger(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    LocalDate day = day(asOf);
    return new AsOf<>(day, ledger.accounts(Asked.by(caller, county, units), day));
  }

  private static LoanQuery narrowed(LoanQuery query, Filter filter) {
    apply(filter.bank(), query::bank);
    apply(filter.state(), query::state);
    apply(filter.q(), query::search);
    apply(filter.bucket(), label -> query.bucket(known("bucket", Bucket.of(label))));
    apply(filter.flag(), name -> query.flag(known("flag", flag(name))));
    if (filter.dueWithin() != null) {
      query.dueWithin(Math.clamp(filter.dueWithin(), 0, 3660));
    }
    return query;
  }

  private static void apply(@Nullable String value, Consumer<String> condition) {
    if (value != null && !value.isBlank()) {
      condition.accept(value.strip());
    }
  }

  private static Optional<Flag> flag(String name) {
    return Stream.of(Flag.values()).filter(flag -> flag.name().equals(name)).findFirst();
  }

  private static <T> T known(String field, Optional<T> value) {
    return value.orElseThrow(
        () ->
            Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "FILTER_UNKNOWN",
                    "没有这一选项",
                    "参数 " + field + " 的值无法识别",
                    "The value of " + field + " is not known")
                .at(field)
                .toException());
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return asOf == null ? businessDate.today() : asOf;
  }
}
