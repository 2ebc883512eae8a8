package io.countypulse.employment.business;

import io.countypulse.employment.paging.Page;
import io.countypulse.employment.paging.Position;
import io.countypulse.employment.worker.Asked;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.swagger.v3.oas.annotations.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/employment/businesses")
class BusinessController {

  private static final String PAGE =
      """
      select county, household_id, person_id, name, opened_on, kind from business
      where opened_on <= :day and not removed and (:everywhere or county = any (:asked::text[]))
        and (county, opened_on, person_id, name) > (:afterCounty, :afterDay, :afterPerson, :afterName)
      order by county, opened_on, person_id, name
      limit :rows
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final BusinessDate businessDate;
  private final Units units;

  BusinessController(
      ScopedTransactions transactions, JdbcClient jdbc, BusinessDate businessDate, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(summary = "创业主体名单 · Businesses opened until a day, by county and opening")
  @GetMapping
  Page<Business> list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    Position position = Position.parse(after, "", "0001-01-01", "", "");
    int rows = Page.rows(limit);
    return transactions.read(
        scope,
        () ->
            Page.of(
                day,
                businesses(asked, day, position, rows + 1),
                rows,
                BusinessController::behind,
                null));
  }

  private static Position behind(Business last) {
    return Position.behind(
        last.county().value(), last.openedOn().toString(), last.personId(), last.name());
  }

  private List<Business> businesses(CountyScope asked, LocalDate day, Position after, int rows) {
    return jdbc.sql(PAGE)
        .param("day", day)
        .param("everywhere", asked instanceof CountyScope.City)
        .param("asked", Asked.codes(asked))
        .param("afterCounty", after.value(0))
        .param("afterDay", after.day(1))
        .param("afterPerson", after.value(2))
        .param("afterName", after.value(3))
        .param("rows", rows)
        .query((row, _) -> business(row))
        .list();
  }

  private static Business business(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new Business(
        new UnitCode(row.getString("county")),
        row.getString("household_id"),
        row.getString("person_id"),
        row.getString("name"),
        row.getObject("opened_on", LocalDate.class),
        kind == null ? null : Founder.valueOf(kind));
  }
}
