package io.countypulse.employment.target;

import static io.countypulse.employment.target.TargetColumn.*;

import io.countypulse.employment.figure.Effect;
import io.countypulse.employment.figure.Effects;
import io.countypulse.employment.history.Amendments;
import io.countypulse.employment.history.Amendments.Amendment;
import io.countypulse.employment.history.HistoryEntry;
import io.countypulse.employment.intake.FormProblem;
import io.countypulse.employment.worker.Asked;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.HandRows;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Targets by hand: a change counts from its day, and what was published before it stays. */
@RestController
@RequestMapping("/api/employment/targets")
class TargetsController {

  private static final Map<Column, String> FIELDS =
      Map.of(COUNTY, "county", YEAR, "year", PROGRAMME, "", VALUE, "value", DEADLINE, "deadline");

  private final Targets targets;
  private final TargetsFile file;
  private final HandRows handRows;
  private final IdempotentWrites writes;
  private final Amendments amendments;
  private final Effects effects;
  private final BusinessDate businessDate;
  private final Units units;

  TargetsController(
      Targets targets,
      TargetsFile file,
      HandRows handRows,
      IdempotentWrites writes,
      Amendments amendments,
      Effects effects,
      BusinessDate businessDate,
      Units units) {
    this.targets = targets;
    this.file = file;
    this.handRows = handRows;
    this.writes = writes;
    this.amendments = amendments;
    this.effects = effects;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** Targets of a year. */
  record OfYear(int year, List<TargetOfYear> items) {}

  /** What became of one target. */
  record HistoryOf(UnitCode county, int year, List<HistoryEntry> entries) {}

  /**
   * A target as it shall be.
   *
   * @param value persons, zero included; null or absent: no target from that day on
   * @param deadline within the year; absent: as it is, at first 31 December
   * @param from day of the change, in the open month; the business date where absent. The first
   *     target of a year always counts from 1 January.
   */
  record Setting(
      @Schema(example = "50000") @Nullable String value,
      @Schema(example = "2024-12-31") @Nullable String deadline,
      @Schema(example = "2024-06-10") @Nullable String from,
      @Schema(example = "市委农村工作领导小组会议调整") @Nullable String reason) {}

  /** The target as it is now, or would be, and in a preview the figures that move. */
  record TargetSet(TargetOfYear target, List<Effect> effects, boolean preview) {}

  @Operation(summary = "目标任务 · Targets of a year, counties without one included")
  @GetMapping
  OfYear list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable UnitCode county) {
    LocalDate today = businessDate.today();
    int asked = year == null ? today.getYear() : year;
    return new OfYear(asked, targets.ofYear(Asked.of(scope, county, units), asked, today));
  }

  @Operation(summary = "目标变更历史 · Who set a target, when and why")
  @GetMapping("/{county}/{year}/history")
  HistoryOf history(CountyScope scope, @PathVariable UnitCode county, @PathVariable int year) {
    return new HistoryOf(county, year, targets.history(scope.narrowedTo(county), county, year));
  }

  @Operation(
      summary = "设定目标 · Set, change or withdraw a target",
      description = "If-Match is \"0\" for a county without one.")
  @PutMapping("/{county}/{year}")
  ResponseEntity<TargetSet> set(
      Caller caller,
      WriteRequest request,
      ExpectedVersion expected,
      @PathVariable UnitCode county,
      @PathVariable int year,
      @RequestBody Setting body,
      @RequestParam(defaultValue = "false") boolean preview) {
    caller.scope().narrowedTo(county);
    if (units.find(county).isEmpty()) {
      throw Problem.notFound().at("county").toException();
    }
    if (preview) {
      return ResponseEntity.ok(
          writes.preview(
              caller,
              () -> {
                List<LocalDate> days = List.of(businessDate.today());
                Effects.Snapshot before = effects.now(Set.of(county), days);
                TargetOfYear target = written(caller, expected, county, year, body);
                List<Effect> moved = effects.between(before, effects.now(Set.of(county), days));
                return new TargetSet(target, moved, true);
              }));
    }
    return writes.once(
        caller,
        request,
        body,
        () -> {
          TargetOfYear target = written(caller, expected, county, year, body);
          return ResponseEntity.ok()
              .eTag(ExpectedVersion.tag(target.version()))
              .body(new TargetSet(target, List.of(), false));
        });
  }

  private TargetOfYear written(
      Caller caller, ExpectedVersion expected, UnitCode county, int year, Setting body) {
    expected.check(targets.hold(county, year));
    UUID id = UUID.randomUUID();
    LocalDate today = businessDate.today();
    var context =
        new ImportContext(
            id, caller.scope(), from(body.from()), CountyChange.MOVE, today, caller.actor());
    if (handRows.apply(file, context, List.of(cells(county, year, body)))
        instanceof HandRows.Outcome.Refused(var faults)) {
      throw FormProblem.of(faults, FIELDS, "", List.of());
    }
    TargetOfYear target = targets.current(CountyScope.of(county), year, today).getFirst();
    if (target.version() != expected.value()) {
      amendments.write(
          caller,
          new Amendment(
              id,
              "TARGET_SET",
              "target:" + county + "|" + year,
              county,
              caller.name(),
              null,
              body.reason()));
    }
    return target;
  }

  private static Map<Column, String> cells(UnitCode county, int year, Setting body) {
    Map<Column, String> cells = new HashMap<>();
    cells.put(COUNTY, county.value());
    cells.put(YEAR, Integer.toString(year));
    cells.put(PROGRAMME, TargetCheck.OURS);
    if (body.value() != null) {
      cells.put(VALUE, body.value());
    }
    if (body.deadline() != null) {
      cells.put(DEADLINE, body.deadline());
    }
    return cells;
  }

  /** What was published of closed months stays as it was. */
  private LocalDate from(@Nullable String text) {
    LocalDate today = businessDate.today();
    LocalDate day = text == null || text.isBlank() ? today : parsed(text.strip());
    if (day.isAfter(today) || day.isBefore(today.withDayOfMonth(1))) {
      throw FormProblem.of(
          "from",
          "FROM_OUTSIDE_OPEN_MONTH",
          "目标调整只能从本月 1 日至业务日期 " + today + " 起算，已结账月份的完成率不变",
          "A change counts from a day of the open month up to the business date " + today);
    }
    return day;
  }

  private static LocalDate parsed(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw FormProblem.of(
          "from", "DATE_IMPOSSIBLE", "日期不存在或格式不对，应如 2024-06-10", "No such date; write 2024-06-10");
    }
  }
}
