package io.countypulse.credit.target;

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
import io.countypulse.platform.units.Units;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The targets file (DOMAIN.md § 10): of its programmes, the one of this department. */
@Component
final class TargetsFile implements FileKind<TargetRow> {

  private static final Layout LAYOUT = Layout.of(TargetColumn.values());
  private static final Staging<TargetRow> STAGING =
      new Staging<>(
          "staged_target",
          List.of(
              "county text collate \"C\" not null",
              "year int4 not null",
              "value numeric",
              "deadline date not null"),
          TargetsFile::write);

  private final Units units;
  private final Outbox outbox;

  TargetsFile(Units units, Outbox outbox) {
    this.units = units;
    this.outbox = outbox;
  }

  @Override
  public String code() {
    return "targets";
  }

  @Override
  public String title() {
    return "目标任务";
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Set<Role> writers() {
    return Set.of(Role.CREDIT_LEAD);
  }

  @Override
  public RowCheck<TargetRow> check(SheetRow row, ImportContext context) {
    return new TargetCheck(row, context.scope(), units).verdict();
  }

  @Override
  public Staging<TargetRow> staging() {
    return STAGING;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new TargetsImport(context, jdbc, outbox.traceparent()).apply();
  }

  private static void write(TargetRow target, StagedRow staged) {
    staged.text(target.county().value()).number(target.year());
    staged.decimal(target.value()).date(target.deadline());
  }
}
