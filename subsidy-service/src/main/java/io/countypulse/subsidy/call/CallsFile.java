package io.countypulse.subsidy.call;

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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The verification calls file (DOMAIN.md § 10): one row a person and day. */
@Component
final class CallsFile implements FileKind<CallRow> {

  private static final Layout LAYOUT = Layout.of(CallColumn.values());
  private static final Staging<CallRow> STAGING =
      new Staging<>(
          "staged_call",
          List.of(
              "county text collate \"C\" not null",
              "person_id text collate \"C\" not null",
              "day date not null",
              "outcome text not null",
              "awareness text not null"),
          CallsFile::write);

  private final Units units;
  private final Outbox outbox;

  CallsFile(Units units, Outbox outbox) {
    this.units = units;
    this.outbox = outbox;
  }

  @Override
  public String code() {
    return "verification-calls";
  }

  @Override
  public String title() {
    return "电话核查";
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
  public RowCheck<CallRow> check(SheetRow row, ImportContext context) {
    return new CallCheck(row, context, units).verdict();
  }

  @Override
  public Staging<CallRow> staging() {
    return STAGING;
  }

  @Override
  public Applied apply(ImportContext context, JdbcClient jdbc) {
    return new CallsImport(context, jdbc, outbox.traceparent()).apply();
  }

  private static void write(CallRow call, StagedRow staged) {
    staged.text(call.county().value()).text(call.personId()).date(call.day());
    staged.text(call.outcome().name()).text(json(call.answers()));
  }

  /** Of two enums: nothing in it needs an escape. */
  private static String json(Map<Policy, Answer> answers) {
    return answers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(answer -> "\"" + answer.getKey() + "\":\"" + answer.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
