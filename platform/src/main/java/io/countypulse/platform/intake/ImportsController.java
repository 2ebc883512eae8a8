package io.countypulse.platform.intake;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.intake.sheet.RejectFile;
import io.countypulse.platform.intake.sheet.Template;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.Problem;
import io.countypulse.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files in, and what became of them, at {@code pulse.intake.path}. */
@RestController
@RequestMapping("${pulse.intake.path}")
final class ImportsController {

  private static final int MOST_LISTED = 200;

  private final Map<String, FileKind<?>> kinds;
  private final Uploads uploads;
  private final ImportQueue queue;
  private final ImportJobs jobs;
  private final Rejects rejects;
  private final ScopedTransactions transactions;
  private final BusinessDate businessDate;
  private final Audit audit;
  private final String path;

  ImportsController(
      Map<String, FileKind<?>> kinds,
      Uploads uploads,
      ImportQueue queue,
      ImportJobs jobs,
      Rejects rejects,
      ScopedTransactions transactions,
      BusinessDate businessDate,
      Audit audit,
      String path) {
    this.kinds = kinds;
    this.uploads = uploads;
    this.queue = queue;
    this.jobs = jobs;
    this.rejects = rejects;
    this.transactions = transactions;
    this.businessDate = businessDate;
    this.audit = audit;
    this.path = path;
  }

  /** A page of imports, newest first. */
  record Page(List<ImportView> items) {}

  @PostMapping
  ResponseEntity<?> submit(
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String dryRun,
      @RequestParam(required = false) @Nullable String countyChange,
      Caller caller,
      HttpServletRequest http)
      throws IOException {
    FileKind<?> wanted = writable(kind, caller);
    var options = ImportOptions.of(asOf, dryRun, countyChange, businessDate.today());
    return UploadedPart.in(
        http,
        (fileName, file) ->
            answer(
                uploads.receive(
                    new ImportRequest(
                        wanted.code(),
                        fileName,
                        caller.scope(),
                        options.asOf(),
                        options.countyChange(),
                        options.dryRun(),
                        caller.actor()),
                    file),
                caller));
  }

  @GetMapping
  Page list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    List<String> visible =
        kinds.values().stream()
            .filter(each -> mayRead(each, caller))
            .map(FileKind::code)
            .filter(code -> kind == null || code.equals(known(kind).code()))
            .toList();
    int bounded = Math.clamp(limit, 1, MOST_LISTED);
    return new Page(
        transactions.read(
            caller.scope(), () -> jobs.list(visible, bounded).stream().map(this::view).toList()));
  }

  @GetMapping("/{id}")
  ImportView show(@PathVariable UUID id, Caller caller) {
    return transactions.read(caller.scope(), () -> view(visible(id, caller)));
  }

  @GetMapping("/{id}/rejects")
  void rejects(@PathVariable UUID id, Caller caller, HttpServletResponse response)
      throws IOException {
    ImportJob job = transactions.read(caller.scope(), () -> visible(id, caller));
    FileKind<?> kind = writable(job.kind(), caller);
    requireRejects(job);
    audit.record(
        new AuditEntry(
            caller.actor(),
            "IMPORT_REJECTS_READ",
            "import:" + id,
            null,
            Map.of("rejected", job.rows().rejected())));
    String name = job.fileName().replaceFirst("\\.[^.]*$", "");
    attach(response, name + "-退回" + RejectFile.extension(job.format()));
    response.setContentType(RejectFile.mediaType(job.format()));
    rejects.write(job, kind.layout(), response.getOutputStream());
  }

  @GetMapping("/template")
  void template(@RequestParam String kind, Caller caller, HttpServletResponse response)
      throws IOException {
    FileKind<?> wanted = writable(kind, caller);
    attach(response, wanted.title() + "-模板.xlsx");
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    Template.write(wanted.layout(), wanted.title(), response.getOutputStream());
  }

  private ResponseEntity<?> answer(Receipt receipt, Caller caller) {
    return switch (receipt) {
      case Receipt.Queued(UUID id) -> {
        queue.wake();
        yield ResponseEntity.accepted()
            .location(URI.create(path + "/" + id))
            .body(show(id, caller));
      }
      case Receipt.AlreadyAtWork(UUID first) -> IntakeProblems.alreadyAtWork(first);
      case Receipt.TooLarge(long limit) -> IntakeProblems.tooLarge(limit);
    };
  }

  private void requireRejects(ImportJob job) {
    switch (job.status()) {
      case RECEIVING, QUEUED, RUNNING -> throw IntakeProblems.notFinished().toException();
      case REFUSED, FAILED -> throw IntakeProblems.noRejects().toException();
      case COMPLETED -> {
        if (!rejects.canBeWritten(job)) {
          throw IntakeProblems.forgotten().toException();
        }
      }
    }
  }

  private ImportView view(ImportJob job) {
    return ImportView.of(job, job.rows().rejected() == 0 ? List.of() : rejects.reasons(job));
  }

  private ImportJob visible(UUID id, Caller caller) {
    return jobs.find(id)
        .filter(
            job ->
                Optional.ofNullable(kinds.get(job.kind()))
                    .filter(kind -> mayRead(kind, caller))
                    .isPresent())
        .orElseThrow(() -> Problem.notFound().toException());
  }

  private FileKind<?> known(String code) {
    FileKind<?> kind = kinds.get(code);
    if (kind == null) {
      throw IntakeProblems.unknownKind(kinds.keySet()).toException();
    }
    return kind;
  }

  private FileKind<?> writable(String code, Caller caller) {
    FileKind<?> kind = known(code);
    boolean scoped = !caller.scope().equals(new CountyScope.Counties(Set.of()));
    if (!scoped || !caller.hasAny(kind.writers().toArray(Role[]::new))) {
      throw Problems.NOT_ALLOWED.problem().toException();
    }
    return kind;
  }

  private static boolean mayRead(FileKind<?> kind, Caller caller) {
    return caller.hasAny(Role.AUDITOR) || caller.hasAny(kind.writers().toArray(Role[]::new));
  }

  private static void attach(HttpServletResponse response, String fileName) {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
