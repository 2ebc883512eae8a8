package io.countypulse.reporting.alert;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.Problem;
import io.countypulse.reporting.rule.Evaluations;
import io.countypulse.reporting.rule.RuleLine;
import io.countypulse.reporting.rule.Rules;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reporting/alerts")
class AlertController {

  private static final Set<String> STATES = Set.of("OPEN", "CLOSED", "WITHDRAWN", "ALL");
  private static final int LONGEST = 500;
  private static final int LONGEST_MUTE = 90;

  private final Alerts alerts;
  private final Rules rules;
  private final Evaluations evaluations;

  AlertController(Alerts alerts, Rules rules, Evaluations evaluations) {
    this.alerts = alerts;
    this.rules = rules;
    this.evaluations = evaluations;
  }

  /** Alerts, evaluated as of a day. */
  record AlertList(LocalDate asOf, int count, List<AlertView> alerts) {}

  /**
   * One alert, what was done with it, and its figure day by day with the line it is held against.
   */
  record AlertPage(AlertView alert, List<Alerts.Action> actions, List<RuleLine.Point> points) {}

  /** What is sent with an action; each action takes what it needs. */
  record ActionForm(@Nullable String note, @Nullable String to, @Nullable LocalDate until) {}

  @Operation(
      summary = "预警 · Alerts, the gravest first",
      description = "state OPEN (the default), CLOSED, WITHDRAWN or ALL.")
  @GetMapping
  AlertList list(
      CountyScope scope,
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String rule) {
    if (!STATES.contains(state)) {
      throw problem(
          "state",
          "状态应为 OPEN、CLOSED、WITHDRAWN 或 ALL。",
          "A state is OPEN, CLOSED, WITHDRAWN or ALL.");
    }
    CountyScope seen = county == null ? scope : scope.narrowedTo(unit(county));
    List<AlertView> found = alerts.list(seen, state, rule);
    return new AlertList(evaluations.today(), found.size(), found);
  }

  @Operation(summary = "预警详情 · One alert with its history")
  @GetMapping("/{id}")
  AlertPage one(CountyScope scope, @PathVariable long id) {
    AlertView alert = find(scope, id);
    return new AlertPage(
        alert,
        alerts.actions(scope, id),
        RuleLine.of(
            rules.version(alert.rule(), alert.ruleVersion()),
            new UnitCode(alert.county()),
            evaluations.now()));
  }

  @Operation(summary = "签收预警 · Somebody has seen it")
  @PostMapping("/{id}/acknowledge")
  AlertView acknowledge(Caller caller, @PathVariable long id, @RequestBody ActionForm form) {
    return after(caller, id, alerts.acknowledge(caller, id, text("note", form.note(), false)));
  }

  @Operation(summary = "交办预警 · Somebody is to see to it")
  @PostMapping("/{id}/assign")
  AlertView assign(Caller caller, @PathVariable long id, @RequestBody ActionForm form) {
    String to = text("to", form.to(), true);
    return after(caller, id, alerts.assign(caller, id, to, text("note", form.note(), false)));
  }

  @Operation(summary = "暂停提醒 · Nobody is told of it until a day has passed, at most 90 days")
  @PostMapping("/{id}/mute")
  AlertView mute(Caller caller, @PathVariable long id, @RequestBody ActionForm form) {
    LocalDate today = evaluations.today();
    LocalDate until = form.until();
    if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_MUTE))) {
      throw problem("until", "截止日期应在今天起 90 天以内。", "The end lies within 90 days from today.");
    }
    return after(caller, id, alerts.mute(caller, id, until, text("note", form.note(), true)));
  }

  private AlertView after(Caller caller, long id, boolean done) {
    if (!done) {
      throw Problem.notFound().toException();
    }
    return find(caller.scope(), id);
  }

  private AlertView find(CountyScope scope, long id) {
    return alerts.find(scope, id).orElseThrow(() -> Problem.notFound().toException());
  }

  private static UnitCode unit(String code) {
    if (!UnitCode.valid(code)) {
      throw problem("county", "没有这个县（市）区代码。", "There is no such unit code.");
    }
    return new UnitCode(code);
  }

  private static String text(String field, @Nullable String text, boolean required) {
    String stripped = text == null ? "" : text.strip();
    if ((required && stripped.isEmpty()) || stripped.length() > LONGEST) {
      throw problem(field, "请填写，最多 500 字。", "Needed, at most 500 characters.");
    }
    return stripped;
  }

  private static ErrorResponseException problem(String field, String detail, String english) {
    return Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "请求有误", detail, english)
        .at(field)
        .toException();
  }
}
