package io.countypulse.employment.worker;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.Post;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of the register's workers, masked, within a county scope. */
@Repository
public class Workers {

  private static final String PAGE =
      """
      select w.person_id, w.household_id, w.county as sorted_by, {county} as county, w.township, w.village, w.category,
        w.labour, w.personal_encrypted, w.employed @> :day::date as working,
        spell ->> 'area' as area, spell ->> 'province' as province, workplace ->> 'employer' as employer,
        spell ->> 'post' as post, (spell ->> 'start')::date as start_day, (spell ->> 'end')::date as end_day
      from ({workers}) as w
      cross join lateral (select spell_on(w.spells, :day::date) as place) as decides
      cross join lateral (select w.spells -> place as spell, w.workplaces -> place as workplace) as decided
      order by w.county, w.household_id, w.person_id
      """;

  private static final int FETCHED_AT_ONCE = 2_000;
  private static final int MOST_MEMBERS = 200;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Counts counts;
  private final PersonalData personalData;
  private final Units units;

  Workers(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      Counts counts,
      PersonalData personalData,
      Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.counts = counts;
    this.personalData = personalData;
    this.units = units;
  }

  /**
   * A page of the workers asked for, in the order of county, household and person.
   *
   * @param scope what the caller may see at all; the query may ask for less
   * @param after cursor of the page before; null for the first page, which also tells the count
   */
  public WorkerPage page(CountyScope scope, WorkerQuery query, @Nullable String after, int limit) {
    return transactions.read(
        scope,
        () -> {
          Long count = after == null ? counts.of(query) : null;
          List<Line> lines = lines(query.after(start(after)), limit + 1);
          boolean more = lines.size() > limit;
          return new WorkerPage(
              query.day(),
              lines.stream().limit(limit).map(Line::item).toList(),
              more ? lines.get(limit - 1).cursor().toString() : null,
              count);
        });
  }

  /** One worker, if among those of the query; in the running transaction. */
  Optional<WorkerItem> find(WorkerQuery query, String person) {
    return lines(query.person(person), 1).stream().map(Line::item).findFirst();
  }

  /** The people of a household as of a day; in the running transaction. */
  public List<WorkerItem> members(CountyScope scope, LocalDate day, String household) {
    WorkerQuery query = WorkerQuery.of(day, scope, Counted.REGISTERED).household(household);
    return lines(query, MOST_MEMBERS).stream().map(Line::item).toList();
  }

  /** Some people by their codes, as lines of the query; in the running transaction. */
  public Map<String, WorkerItem> named(WorkerQuery query, Collection<String> people) {
    query.with("people", people.toArray(String[]::new)).and("w.person_id = any (:people::text[])");
    return lines(query, people.size()).stream()
        .map(Line::item)
        .collect(toMap(WorkerItem::personId, identity()));
  }

  /** All of them, read as they are taken; in the running transaction, which lasts as long. */
  Stream<WorkerItem> stream(WorkerQuery query) {
    return jdbc
        .sql(page(query, Integer.MAX_VALUE))
        .withFetchSize(FETCHED_AT_ONCE)
        .params(query.values())
        .query((row, _) -> item(row))
        .stream();
  }

  private static Cursor start(@Nullable String after) {
    return after == null ? Cursor.START : Cursor.parse(after);
  }

  private List<Line> lines(WorkerQuery query, int rows) {
    return jdbc.sql(page(query, rows)).params(query.values()).query(this::line).list();
  }

  private static String page(WorkerQuery query, int rows) {
    return PAGE.replace("{county}", query.county()).replace("{workers}", query.first(rows));
  }

  private record Line(WorkerItem item, Cursor cursor) {}

  private Line line(ResultSet row, int number) throws SQLException {
    WorkerItem item = item(row);
    return new Line(
        item, new Cursor(row.getString("sorted_by"), item.householdId(), item.personId()));
  }

  WorkerItem item(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    Personal personal = Personal.decrypted(personalData, row.getBytes("personal_encrypted"));
    return new WorkerItem(
        row.getString("person_id"),
        row.getString("household_id"),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("township"),
        row.getString("village"),
        constant(HouseholdCategory.class, row.getString("category")),
        constant(Labour.class, row.getString("labour")),
        personal.maskedName(),
        personal.identityNumber().masked(),
        row.getBoolean("working"),
        constant(WorkArea.class, row.getString("area")),
        row.getString("province"),
        row.getString("employer"),
        constant(Post.class, row.getString("post")),
        row.getObject("start_day", LocalDate.class),
        row.getObject("end_day", LocalDate.class));
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
