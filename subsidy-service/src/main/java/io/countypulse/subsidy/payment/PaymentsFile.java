package io.countypulse.subsidy.payment;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.FileKind;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.RowCheck;
import io.countypulse.platform.intake.StagedRow;
import io.countypulse.platform.intake.Staging;
import io.countypulse.platform.intake.sheet.Layout;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.intake.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The transport payments file (DOMAIN.md § 10): one row a person and year. */
@Component
final class PaymentsFile implements FileKind<Payment> {

  private static final Layout LAYOUT = Layout.of(PaymentColumn.values());
  private static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(
                  "county text collate \"C\" not null",
                  "person_id text collate \"C\" not null",
                  "year int4 not null",
                  "fen int8 not null",
                  "paid_on date not null"),
              Named.COLUMNS.stream())
          .toList();

  private final Units units;
  private final Outbox outbox;
  private final PersonalData personalData;
  private final Staging<Payment> staging = new Staging<>("staged_payment", COLUMNS, this::write);

  PaymentsFile(Units units, Outbox outbox, PersonalData personalData) {
    this.units = units;
    this.outbox = outbox;
    this.personalData = personalData;
  }

  @Override
  public String code() {
    return "transport-payments";
  }

  @Override
  public String title() {
    return "跨省务工交通补助发放";
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Set<Role> writers() {
    return Set.of(Role.SUBSIDY_CLERK, Role.SUBSIDY_LEAD);
  }

  @Override
  public RowCheck<Payment> check(SheetRow row, ImportContext context) {
    return new PaymentCheck(row, context, units).verdict();
  }

  @Override
  public Staging<Payment> staging() {
    return staging;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new PaymentsImport(context, jdbc, outbox.traceparent()).apply();
  }

  private void write(Payment row, StagedRow staged) {
    staged.text(row.county().value()).text(row.personId()).number(row.year());
    staged.bigNumber(row.fen()).date(row.paidOn());
    row.named().stage(personalData, staged);
  }
}
