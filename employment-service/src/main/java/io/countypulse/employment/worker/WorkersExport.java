package io.countypulse.employment.worker;

import io.countypulse.employment.vocabulary.Word;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.intake.sheet.SheetExport;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.Units;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A list of workers as a spreadsheet: masked, marked with who took it, and written down. */
@Component
class WorkersExport {

  private static final List<String> HEADERS =
      List.of(
          "县（市）区", "乡镇", "行政村", "户编号", "人编号", "姓名", "证件号码", "户类型", "劳动能力", "在岗", "务工区域", "务工省份",
          "务工单位", "岗位类型", "开始日期", "结束日期");

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Workers workers;
  private final Units units;
  private final Audit audit;

  WorkersExport(
      ScopedTransactions transactions, JdbcClient jdbc, Workers workers, Units units, Audit audit) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.workers = workers;
    this.units = units;
    this.audit = audit;
  }

  /**
   * Writes the audit entry first: what leaves is known even if the reader breaks off.
   *
   * @param asked the counties exported
   * @param filter the conditions, as they are told in the audit
   */
  void write(
      Caller caller,
      CountyScope asked,
      WorkerQuery query,
      String filter,
      String reason,
      OutputStream output) {
    String scope = scope(asked);
    String watermark =
        transactions.write(caller.scope(), () -> signed(caller, query, scope, filter, reason));
    transactions.read(
        caller.scope(),
        () -> {
          stream(query, watermark, output);
          return true;
        });
  }

  private String signed(
      Caller caller, WorkerQuery query, String scope, String filter, String reason) {
    audit.record(
        new AuditEntry(
            caller.actor(),
            "WORKERS_EXPORTED",
            "workers",
            null,
            Map.of(
                "scope", scope,
                "filter", filter,
                "asOf", query.day().toString(),
                "reason", reason)));
    String now =
        jdbc.sql("select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')")
            .query(String.class)
            .single();
    return "导出人 %s · %s · 范围 %s · 截至 %s · 事由 %s · 含脱敏个人信息，仅限工作使用"
        .formatted(caller.name(), now, scope, query.day(), reason);
  }

  private void stream(WorkerQuery query, String watermark, OutputStream output) {
    try (SheetExport sheet = new SheetExport(output, "务工人员", watermark, HEADERS);
        Stream<WorkerItem> items = workers.stream(query)) {
      for (WorkerItem item : (Iterable<WorkerItem>) items::iterator) {
        sheet.row(cells(item));
      }
    } catch (IOException brokenOff) {
      throw new UncheckedIOException(brokenOff);
    }
  }

  private static List<@Nullable String> cells(WorkerItem item) {
    return Arrays.asList(
        item.countyName(),
        item.township(),
        item.village(),
        item.householdId(),
        item.personId(),
        item.maskedName(),
        item.maskedIdentityNumber(),
        word(item.category()),
        word(item.labour()),
        item.working() ? "是" : "否",
        word(item.area()),
        item.province(),
        item.employer(),
        word(item.post()),
        text(item.start()),
        text(item.end()));
  }

  private static @Nullable String word(@Nullable Word word) {
    return word == null ? null : word.word();
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private String scope(CountyScope asked) {
    return switch (asked) {
      case CountyScope.City() -> units.city().name();
      case CountyScope.Counties(var codes) ->
          codes.stream()
              .map(code -> units.find(code).map(Unit::name).orElse(code.value()))
              .sorted()
              .collect(Collectors.joining("、"));
    };
  }
}
