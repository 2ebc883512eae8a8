package io.countypulse.platform.intake;

import static java.util.Objects.requireNonNull;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Layout;
import io.countypulse.platform.intake.sheet.Numbers;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The smallest kind that does all a kind can: check, flag, skip, reject while applying, change,
 * publish.
 */
final class PeopleFile implements FileKind<PeopleFile.Person> {

  enum Field implements Column {
    COUNTY("县（市）区"),
    CODE("人编号"),
    NAME("姓名"),
    START("开始日期"),
    WAGE("月工资");

    private final String header;

    Field(String header) {
      this.header = header;
    }

    @Override
    public String header() {
      return header;
    }

    @Override
    public boolean required() {
      return this != WAGE;
    }
  }

  record Person(UnitCode county, String code, String name, LocalDate start, BigDecimal wage) {}

  private final Units units;

  /** What a test does when a line is checked, on the reading thread. */
  volatile IntConsumer atLine = line -> {};

  PeopleFile(Units units) {
    this.units = units;
  }

  @Override
  public String code() {
    return "people";
  }

  @Override
  public String title() {
    return "人员";
  }

  @Override
  public Layout layout() {
    return Layout.of(Field.values());
  }

  @Override
  public Set<Role> writers() {
    return Set.of(Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD);
  }

  @Override
  public RowCheck<Person> check(SheetRow row, ImportContext context) {
    atLine.accept(row.line());
    if (row.text(Field.CODE).equals("不适用")) {
      return new RowCheck.Skipped<>("NOT_OURS");
    }
    var findings = new Findings();
    UnitCode county = county(row, context, findings);
    String code = findings.required(Texts.code(row, Field.CODE));
    String name = findings.required(Texts.name(row, Field.NAME));
    LocalDate start = findings.required(Dates.parse(row, Field.START));
    BigDecimal wage = findings.optional(Numbers.money(row, Field.WAGE));
    if (start != null && start.isAfter(context.businessDate())) {
      findings.fault(
          Fault.of(
              "DATE_IN_THE_FUTURE",
              Field.START,
              "开始日期晚于业务日期，请更正",
              "in the future",
              start.toString()));
    }
    if (wage == null && findings.sound()) {
      findings.flag("NO_WAGE");
    }
    return findings.verdict(
        () ->
            new Person(
                county,
                requireNonNull(code),
                requireNonNull(name),
                requireNonNull(start),
                wage == null ? BigDecimal.ZERO : wage));
  }

  private UnitCode county(SheetRow row, ImportContext context, Findings findings) {
    UnitCode county =
        units.resolveCounty(row.text(Field.COUNTY)).map(Unit::code).orElse(UnitCode.UNKNOWN);
    if (!context.scope().includes(county)) {
      findings.fault(
          Fault.of(
              "COUNTY_NOT_YOURS",
              Field.COUNTY,
              "不是您负责的县（市）区",
              "not your county",
              row.text(Field.COUNTY)));
    }
    return county;
  }

  @Override
  public Staging<Person> staging() {
    return new Staging<>(
        "staged_person",
        List.of("county text", "code text", "name text", "start date", "wage numeric"),
        (person, row) ->
            row.text(person.county().value())
                .text(person.code())
                .text(person.name())
                .date(person.start())
                .decimal(person.wage()));
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    jdbc.sql(
            """
            with repeated as (
              delete from staged_person later using staged_person earlier
              where later.code = earlier.code and later.line > earlier.line
              returning later.line)
            insert into import_reject (import_id, line, code, field, message)
            select distinct ?, line, 'REPEATED', '人编号', '同一人在文件中重复' from repeated
            """)
        .param(context.importId())
        .update();
    int staged = jdbc.sql("select count(*) from staged_person").query(Integer.class).single();
    List<Applied.Change> changes =
        jdbc.sql(
                """
                with changed as (
                  insert into person as old (code, county, name, start, wage)
                  select code, county, name, start, wage from staged_person order by code
                  on conflict (code) do update
                  set county = excluded.county, name = excluded.name, start = excluded.start, wage = excluded.wage
                  where (old.county, old.name, old.start, old.wage)
                    is distinct from (excluded.county, excluded.name, excluded.start, excluded.wage)
                  returning code, county, xmax = 0 as added),
                published as (insert into person_event select code from changed)
                select county, count(*) filter (where added)::int as added,
                  count(*) filter (where not added)::int as changed
                from changed group by county order by county
                """)
            .query(Applied.Change.class)
            .list();
    int applied = changes.stream().mapToInt(change -> change.added() + change.changed()).sum();
    return new Applied(applied, staged - applied, 0, Map.of(), changes);
  }
}
