package io.countypulse.reporting.rectification;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.countypulse.reporting.alert.AlertView;
import io.countypulse.reporting.alert.Alerts;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reporting/rectifications")
class RectificationController {

  private static final Set<String> STATES =
      Set.of("OPEN", "SUBMITTED", "VERIFIED", "CLOSED", "UNFINISHED", "ALL");
  private static final int LONGEST = 1_000;
  private static final int LARGEST = 10 << 20;
  private static final int LONGEST_NAME = 120;

  private final Ledger ledger;
  private final Items items;
  private final Alerts alerts;
  private final Units units;
  private final BusinessDate businessDate;

  RectificationController(
      Ledger ledger, Items items, Alerts alerts, Units units, BusinessDate businessDate) {
    this.ledger = ledger;
    this.items = items;
    this.alerts = alerts;
    this.units = units;
    this.businessDate = businessDate;
  }

  /** The ledger as of a day. */
  record ItemList(LocalDate asOf, int count, List<Item> items) {}

  /** A new item: of an alert, whose county and reason it takes, or by hand. */
  record EntryForm(
      @Nullable Long alert,
      @Nullable String county,
      @Nullable String problem,
      @Nullable String responsible,
      @Nullable LocalDate deadline,
      @Nullable String measures) {}

  /** What is said with a step. */
  record StepForm(@Nullable String measures, @Nullable String note) {}

  @Operation(
      summary = "整改台账 · The rectification ledger",
      description = "state OPEN, SUBMITTED, VERIFIED, CLOSED, UNFINISHED or ALL (the default).")
  @GetMapping
  ItemList list(
      CountyScope scope,
      @RequestParam(defaultValue = "ALL") String state,
      @RequestParam(required = false) @Nullable String county) {
    if (!STATES.contains(state)) {
      throw bad("state", "没有这种状态。", "There is no such state.");
    }
    CountyScope seen = county == null ? scope : scope.narrowedTo(unit(county));
    List<Item> found = items.list(seen, state);
    return new ItemList(businessDate.today(), found.size(), found);
  }

  @GetMapping("/{id}")
  Item one(CountyScope scope, @PathVariable long id) {
    return find(scope, id);
  }

  @Operation(summary = "列入台账 · Enters a problem, of an alert or by hand")
  @PostMapping
  ResponseEntity<Item> enter(Caller caller, @RequestBody EntryForm form) {
    AlertView alert =
        form.alert() == null
            ? null
            : alerts
                .find(caller.scope(), form.alert())
                .orElseThrow(() -> Problem.notFound().toException());
    UnitCode county = unit(alert == null ? form.county() : alert.county());
    caller.scope().narrowedTo(county);
    LocalDate deadline = form.deadline();
    if (deadline == null || deadline.isBefore(businessDate.today())) {
      throw bad("deadline", "整改期限不能早于今天。", "The deadline cannot lie in the past.");
    }
    String problem = form.problem() == null && alert != null ? alert.why() : form.problem();
    Outcome outcome =
        ledger.enter(
            caller,
            new Ledger.NewItem(
                county,
                form.alert(),
                text("problem", problem, true),
                text("responsible", form.responsible(), true),
                deadline,
                text("measures", form.measures(), false)));
    Item item = after(caller, outcome);
    return ResponseEntity.created(URI.create("/api/reporting/rectifications/" + item.id()))
        .body(item);
  }

  @Operation(summary = "提交整改 · The problem is said to be mended")
  @PostMapping("/{id}/submit")
  Item submit(Caller caller, @PathVariable long id, @RequestBody StepForm form) {
    String measures = text("measures", form.measures(), false);
    return after(caller, ledger.submit(caller, id, measures, text("note", form.note(), false)));
  }

  @Operation(summary = "核查 · Another person finds it mended")
  @PostMapping("/{id}/verify")
  Item verify(Caller caller, @PathVariable long id, @RequestBody StepForm form) {
    return after(caller, ledger.verify(caller, id, text("note", form.note(), false)));
  }

  @Operation(summary = "退回 · It is not mended")
  @PostMapping("/{id}/send-back")
  Item sendBack(Caller caller, @PathVariable long id, @RequestBody StepForm form) {
    return after(caller, ledger.sendBack(caller, id, text("note", form.note(), true)));
  }

  @Operation(summary = "销号 · It is closed out, by another person than who submitted it")
  @PostMapping("/{id}/close-out")
  Item closeOut(Caller caller, @PathVariable long id, @RequestBody StepForm form) {
    return after(caller, ledger.closeOut(caller, id, text("note", form.note(), false)));
  }

  @Operation(
      summary = "上传佐证材料 · Puts a file to an item",
      description = "The body is the file: PDF, PNG, JPG, DOCX or XLSX of at most 10 MiB.")
  @PostMapping(path = "/{id}/evidence", consumes = "*/*")
  Item evidence(
      Caller caller,
      @PathVariable long id,
      @RequestParam String fileName,
      HttpServletRequest request)
      throws IOException {
    byte[] content = request.getInputStream().readNBytes(LARGEST + 1);
    if (content.length == 0 || content.length > LARGEST) {
      throw refused(Outcome.Reason.FILE_SIZE, HttpStatus.CONTENT_TOO_LARGE);
    }
    String name = fileName.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || !name.matches("[^\\p{Cntrl}/\\\\]+")) {
      throw bad("fileName", "文件名有误。", "The file's name is wrong.");
    }
    return after(caller, ledger.addEvidence(caller, id, name, content, sha256(content)));
  }

  private Item after(Caller caller, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(long id) -> find(caller.scope(), id);
      case Outcome.Unknown _ -> throw Problem.notFound().toException();
      case Outcome.Refused(Outcome.Reason reason) -> throw refused(reason, status(reason));
    };
  }

  private static HttpStatus status(Outcome.Reason reason) {
    return switch (reason) {
      case ALREADY_IN_LEDGER, WRONG_STATE, FILE_KNOWN -> HttpStatus.CONFLICT;
      case SAME_PERSON -> HttpStatus.FORBIDDEN;
      case NOTHING_TO_SHOW, FILE_TYPE -> HttpStatus.UNPROCESSABLE_CONTENT;
      case FILE_SIZE -> HttpStatus.CONTENT_TOO_LARGE;
    };
  }

  private Item find(CountyScope scope, long id) {
    return items.find(scope, id).orElseThrow(() -> Problem.notFound().toException());
  }

  private UnitCode unit(@Nullable String code) {
    if (code == null || !UnitCode.valid(code) || units.find(new UnitCode(code)).isEmpty()) {
      throw bad("county", "没有这个县（市）区代码。", "There is no such unit code.");
    }
    return new UnitCode(code);
  }

  private static String text(String field, @Nullable String text, boolean required) {
    String stripped = text == null ? "" : text.strip();
    if ((required && stripped.isEmpty()) || stripped.length() > LONGEST) {
      throw bad(field, "请填写，最多 1000 字。", "Needed, at most 1000 characters.");
    }
    return stripped;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ErrorResponseException refused(Outcome.Reason reason, HttpStatus status) {
    return Problem.of(status, reason.name(), "不能办理", reason.detail(), reason.english())
        .toException();
  }

  private static ErrorResponseException bad(String field, String detail, String english) {
    return Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "请求有误", detail, english)
        .at(field)
        .toException();
  }
}
