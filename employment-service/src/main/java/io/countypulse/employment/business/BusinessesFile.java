package io.countypulse.employment.business;

import static io.countypulse.employment.business.BusinessColumn.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.employment.intake.Cells;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.FileKind;
import io.countypulse.platform.intake.Findings;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.StagedRow;
import io.countypulse.platform.intake.Staging;
import io.countypulse.platform.intake.sheet.Dates;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.Layout;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Texts;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The businesses file (DOMAIN.md § 10): one row a business. */
@Component
final class BusinessesFile implements FileKind<Business> {

  private static final Layout LAYOUT = Layout.of(BusinessColumn.values());
  private static final Staging<Business> STAGING =
      new Staging<>(
          "staged_business",
          List.of(
              "county text collate \"C\" not null",
              "household_id text collate \"C\" not null",
              "person_id text collate \"C\" not null",
              "name text not null",
              "opened_on date not null",
              "kind text"),
          BusinessesFile::write);

  private final Units units;
  private final Outbox outbox;

  BusinessesFile(Units units, Outbox outbox) {
    this.units = units;
    this.outbox = outbox;
  }

  @Override
  public String code() {
    return "businesses";
  }

  @Override
  public String title() {
    return "创业主体";
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Set<Role> writers() {
    return Set.of(Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD);
  }

  @Override
  public RowCheck<Business> check(SheetRow row, ImportContext context) {
    var findings = new Findings();
    var cells = new Cells(row, context, findings);
    UnitCode county = cells.county(COUNTY, units);
    String household = cells.code(HOUSEHOLD);
    String person = cells.code(PERSON);
    String name = findings.required(Texts.name(row, NAME));
    LocalDate opened = findings.required(Dates.parse(row, OPENED));
    Founder kind = cells.word(KIND, Founder.WORDS);
    if (opened != null && opened.isAfter(context.businessDate())) {
      findings.fault(
          Fault.of(
              "OPENING_IN_FUTURE",
              OPENED,
              "开业日期晚于业务日期 " + context.businessDate() + "，请核对",
              "The business opens after the business date " + context.businessDate(),
              opened.toString()));
    }
    return findings.verdict(
        () ->
            new Business(
                requireNonNull(county),
                requireNonNull(household),
                requireNonNull(person),
                requireNonNull(name),
                requireNonNull(opened),
                kind));
  }

  @Override
  public Staging<Business> staging() {
    return STAGING;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new BusinessesImport(context, jdbc, outbox.traceparent()).apply();
  }

  private static void write(Business row, StagedRow staged) {
    Founder kind = row.kind();
    staged.text(row.county().value()).text(row.householdId()).text(row.personId());
    staged.text(row.name()).date(row.openedOn()).text(kind == null ? null : kind.name());
  }
}
