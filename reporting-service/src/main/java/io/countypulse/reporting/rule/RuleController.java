package io.countypulse.reporting.rule;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules: read by all, changed by leaders of the whole city, tried on the past before. */
@RestController
@RequestMapping("/api/reporting/rules")
class RuleController {

  private final Rules rules;
  private final Evaluations evaluations;
  private final ScopedTransactions transactions;
  private final Audit audit;

  RuleController(
      Rules rules, Evaluations evaluations, ScopedTransactions transactions, Audit audit) {
    this.rules = rules;
    this.evaluations = evaluations;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** A rule that was saved, with what it would have done. */
  record Saved(RuleForm rule, BackTest backTest) {}

  @Operation(summary = "预警规则 · The rules, each in its newest version")
  @GetMapping
  List<RuleForm> list() {
    return rules.currentWithAuthors().stream().map(RuleForm::of).toList();
  }

  @Operation(summary = "规则的各个版本 · All versions of a rule, the newest first")
  @GetMapping("/{code}")
  List<RuleForm> versions(@PathVariable String code) {
    List<RuleForm> versions = rules.versions(code).stream().map(RuleForm::of).toList();
    if (versions.isEmpty()) {
      throw Problem.notFound().toException();
    }
    return versions;
  }

  @Operation(summary = "回溯测试 · What a rule would have done since 1 January")
  @PostMapping("/back-test")
  BackTest backTest(@RequestBody RuleForm form) {
    return BackTest.of(form.rule("back-test", 1), evaluations.now());
  }

  @Operation(summary = "新增规则 · Adds a rule; refused where the back-test objects")
  @PostMapping
  ResponseEntity<Saved> add(Caller caller, @RequestBody RuleForm form) {
    Rule rule = form.rule(form.code() == null ? "" : form.code(), 1);
    if (rules.newest(rule.code()).isPresent()) {
      throw Problem.of(
              HttpStatus.CONFLICT, "RULE_EXISTS", "规则已存在", "这个编码已被使用。", "This code is taken.")
          .at("code")
          .toException();
    }
    Saved saved = save(caller, rule);
    return ResponseEntity.created(URI.create("/api/reporting/rules/" + rule.code())).body(saved);
  }

  @Operation(
      summary = "修改规则 · A further version of a rule",
      description = "The version that was read is sent along; if it is not the newest, 409.")
  @PutMapping("/{code}")
  Saved change(Caller caller, @PathVariable String code, @RequestBody RuleForm form) {
    Rule newest = rules.newest(code).orElseThrow(() -> Problem.notFound().toException());
    if (form.version() == null || form.version() != newest.version()) {
      throw Problem.of(
              HttpStatus.CONFLICT,
              "RULE_CHANGED",
              "规则已被修改",
              "规则刚被他人修改，请刷新后再改。",
              "Somebody else changed the rule; reload it.")
          .at("version")
          .toException();
    }
    return save(caller, form.rule(code, newest.version() + 1));
  }

  private Saved save(Caller caller, Rule rule) {
    if (!(caller.scope() instanceof CountyScope.City)) {
      throw Problem.of(
              HttpStatus.FORBIDDEN,
              "WHOLE_CITY_NEEDED",
              "无权操作",
              "规则适用于全市，只有负责全市的领导可以修改。",
              "Rules hold for the whole city; only its leaders change them.")
          .toException();
    }
    BackTest backTest = BackTest.of(rule, evaluations.now());
    if (rule.enabled()) {
      refuseObjectionable(backTest);
    }
    transactions.write(
        caller.scope(),
        () -> {
          rules.add(rule, caller.name());
          audit.record(
              new AuditEntry(
                  caller.actor(),
                  "RULE_CHANGED",
                  "rule:" + rule.code(),
                  null,
                  Map.of("version", rule.version(), "enabled", rule.enabled())));
        });
    Rules.Kept kept = rules.versions(rule.code()).getFirst();
    return new Saved(RuleForm.of(kept), backTest);
  }

  private static void refuseObjectionable(BackTest backTest) {
    BackTest.Objection objection = backTest.objection();
    if (objection != null) {
      ProblemDetail problem =
          Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "RULE_" + objection.name(),
                  "规则不能启用",
                  objection.detail(),
                  objection.english())
              .at("condition")
              .toDetail();
      problem.setProperty("backTest", backTest);
      throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }
  }
}
