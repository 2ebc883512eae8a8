package io.countypulse.employment.ledger;

import static java.util.stream.Collectors.groupingBy;

import io.countypulse.employment.ledger.Difference.Side;
import io.countypulse.employment.paging.Page;
import io.countypulse.employment.paging.Position;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Personal;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reports and their differences; all within the running transaction. */
@Repository
class Ledgers {

  private static final String COUNTIES =
      """
      select c.*, coalesce(settled.accepted, 0) as accepted, coalesce(settled.kept, 0) as kept
      from ledger_county c
      left join (
        select report_id, county, count(*) filter (where state = 'ACCEPTED')::int4 as accepted,
          count(*) filter (where state = 'KEPT')::int4 as kept
        from ledger_difference
        where report_id = any (:reports::uuid[])
        group by 1, 2
      ) as settled using (report_id, county)
      where c.report_id = any (:reports::uuid[]) and (:everywhere or c.county = any (:asked::text[]))
      """;

  private static final String REPORTS =
      """
      select * from ledger_report r
      where exists (
          select from ledger_county c
          where c.report_id = r.id and (:everywhere or c.county = any (:asked::text[])))
        and (:report::uuid is null or r.id = :report) and r.day <= :day
        and (r.day, r.id) < (:beforeDay, :beforeId)
      order by r.day desc, r.id desc
      limit :rows
      """;

  private static final String DIFFERENCES =
      """
      select d.*, coalesce(w.personal_encrypted, d.personal_encrypted) as personal
      from ledger_difference d
      left join worker w on w.person_id = d.person_id
      where d.report_id = :report and (:everywhere or d.county = any (:asked::text[])) and d.number > :after
        and (:kind::text is null or d.kind = :kind) and (:state::text is null or d.state = :state)
        and (:field::text is null or :field = any (d.fields))
      order by d.number
      limit :rows
      """;

  private static final String KEEP =
      """
      update ledger_difference d
      set state = 'KEPT', decided_by = :by, decided_at = now()
      where d.report_id = :report and d.state = 'OPEN'
        and (:everything or d.number = any (:numbers::int4[]))
        and (:county::text is null or d.county = :county)
        and (:kind::text is null or d.kind = :kind)
      """;

  private static final String LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final JsonMapper json;
  private final Units units;

  Ledgers(JdbcClient jdbc, PersonalData personalData, JsonMapper json, Units units) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.json = json;
    this.units = units;
  }

  /** What a list of differences is narrowed by. */
  record Filter(
      Difference.@Nullable Kind kind, Difference.@Nullable State state, @Nullable String field) {}

  /** A page of the reports for days until this one, the last day first. */
  Page<Report> page(CountyScope asked, LocalDate day, @Nullable String after, int limit) {
    Position before = Position.parse(after, "9999-12-31", LAST_ID);
    return Page.of(
        day,
        reports(asked, day, null, before, limit + 1),
        limit,
        last -> Position.behind(last.day().toString(), last.id().toString()),
        null);
  }

  /** One report. */
  Optional<Report> find(CountyScope asked, UUID id) {
    Position before = Position.behind("9999-12-31", LAST_ID);
    return reports(asked, LocalDate.of(9999, 1, 1), id, before, 1).stream().findFirst();
  }

  /** A page of a report's differences. */
  Page<Difference> differences(
      CountyScope asked, Report report, Filter filter, @Nullable String after, int limit) {
    Position position = Position.parse(after, "0");
    Difference.Kind kind = filter.kind();
    Difference.State state = filter.state();
    List<Difference> found =
        jdbc.sql(DIFFERENCES)
            .param("report", report.id())
            .param("everywhere", asked instanceof CountyScope.City)
            .param("asked", Asked.codes(asked))
            .param("kind", kind == null ? null : kind.name())
            .param("state", state == null ? null : state.name())
            .param("field", filter.field())
            .param("after", position.number(0))
            .param("rows", limit + 1)
            .query((row, _) -> difference(row))
            .list();
    return Page.of(
        report.day(), found, limit, last -> Position.behind(Integer.toString(last.number())), null);
  }

  /** Settles differences by leaving the register as it is; how many. */
  int keep(UUID report, Decision asked, String by) {
    return jdbc.sql(KEEP)
        .param("by", by)
        .param("report", report)
        .param("everything", asked.everything())
        .param("numbers", asked.numberArray())
        .param("county", asked.countyCode())
        .param("kind", asked.kindName())
        .update();
  }

  private List<Report> reports(
      CountyScope asked, LocalDate day, @Nullable UUID id, Position before, int rows) {
    List<Report> headers =
        jdbc.sql(REPORTS)
            .param("everywhere", asked instanceof CountyScope.City)
            .param("asked", Asked.codes(asked))
            .param("report", id)
            .param("day", day)
            .param("beforeDay", before.day(0))
            .param("beforeId", before.id(1))
            .param("rows", rows)
            .query((row, _) -> report(row))
            .list();
    Map<UUID, List<Line>> counties =
        counties(asked, headers.stream().map(Report::id).toArray(UUID[]::new)).stream()
            .collect(groupingBy(Line::report));
    return headers.stream()
        .map(
            header ->
                new Report(
                    header.id(),
                    header.day(),
                    header.coversAll(),
                    header.comparedBy(),
                    header.comparedAt(),
                    counties.getOrDefault(header.id(), List.of()).stream()
                        .map(Line::county)
                        .toList()))
        .toList();
  }

  private record Line(UUID report, Report.County county) {}

  private List<Line> counties(CountyScope asked, UUID[] reports) {
    return jdbc.sql(COUNTIES + " order by c.county")
        .param("reports", reports)
        .param("everywhere", asked instanceof CountyScope.City)
        .param("asked", Asked.codes(asked))
        .query((row, _) -> new Line(row.getObject("report_id", UUID.class), county(row)))
        .list();
  }

  private Report.County county(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    return new Report.County(
        county,
        name(county),
        row.getInt("agreeing"),
        row.getInt("only_here"),
        row.getInt("only_there"),
        row.getInt("differing"),
        row.getInt("accepted"),
        row.getInt("kept"));
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getObject("id", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getBoolean("covers_all"),
        row.getString("compared_by"),
        row.getObject("compared_at", OffsetDateTime.class).toInstant(),
        List.of());
  }

  private Difference difference(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    byte @Nullable [] personal = row.getBytes("personal");
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    return new Difference(
        row.getInt("number"),
        row.getString("person_id"),
        personal == null ? null : Personal.decrypted(personalData, personal).maskedName(),
        Difference.Kind.valueOf(row.getString("kind")),
        county,
        name(county),
        List.of((String[]) row.getArray("fields").getArray()),
        side(row.getString("ours")),
        side(row.getString("theirs")),
        Difference.State.valueOf(row.getString("state")),
        row.getString("decided_by"),
        decided == null ? null : decided.toInstant());
  }

  private @Nullable Side side(@Nullable String told) {
    return told == null ? null : json.readValue(told, Side.class);
  }

  private String name(UnitCode county) {
    return units.find(county).map(Unit::name).orElse(county.value());
  }
}
