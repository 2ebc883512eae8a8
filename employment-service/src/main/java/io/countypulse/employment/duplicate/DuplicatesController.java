package io.countypulse.employment.duplicate;

import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerItem;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.employment.worker.Workers;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.swagger.v3.oas.annotations.Operation;
import java.sql.Array;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People who are probably registered twice: same name, birthday and village. */
@RestController
@RequestMapping("/api/employment/duplicates")
class DuplicatesController {

  private static final int LARGEST_PAGE = 200;

  private static final String GROUPS =
      """
      select array_agg(person_id order by person_id) as people
      from worker w
      where namesake is not null and (:everywhere or county = any (:counties::text[]))
        and not exists (select from merged_worker m where m.person_id = w.person_id)
      group by namesake
      having count(*) > 1 and min(person_id) > :after
      order by min(person_id)
      limit :rows
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Workers workers;
  private final BusinessDate businessDate;
  private final Units units;

  DuplicatesController(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      Workers workers,
      BusinessDate businessDate,
      Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.workers = workers;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** Records that are probably of one person. */
  record Group(List<WorkerItem> people) {}

  /**
   * Groups in the order of their first code.
   *
   * @param next cursor of the next page; null on the last
   */
  record Groups(List<Group> items, @Nullable String next) {}

  @Operation(summary = "疑似重复人员 · People probably registered twice: same name, birthday and village")
  @GetMapping
  Groups list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    int rows = Math.clamp(limit, 1, LARGEST_PAGE);
    return transactions.read(
        scope,
        () -> {
          List<List<String>> found = groups(asked, after, rows + 1);
          List<List<String>> shown = found.size() > rows ? found.subList(0, rows) : found;
          return new Groups(
              shown.stream().map(codes -> new Group(people(scope, codes))).toList(),
              found.size() > rows ? shown.getLast().getFirst() : null);
        });
  }

  private List<WorkerItem> people(CountyScope scope, List<String> codes) {
    Map<String, WorkerItem> named =
        workers.named(WorkerQuery.of(businessDate.today(), scope, Counted.REGISTERED), codes);
    return codes.stream().flatMap(code -> Stream.ofNullable(named.get(code))).toList();
  }

  private List<List<String>> groups(CountyScope asked, String after, int rows) {
    return jdbc.sql(GROUPS)
        .param("everywhere", asked instanceof CountyScope.City)
        .param(
            "counties",
            asked instanceof CountyScope.Counties(var codes)
                ? codes.stream().map(UnitCode::value).toArray(String[]::new)
                : new String[0])
        .param("after", after)
        .param("rows", rows)
        .query(
            (row, _) -> {
              Array people = row.getArray("people");
              return Stream.of((String[]) people.getArray()).toList();
            })
        .list();
  }
}
