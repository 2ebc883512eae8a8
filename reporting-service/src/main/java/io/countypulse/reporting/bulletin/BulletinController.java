package io.countypulse.reporting.bulletin;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bulletins: drafts for those who write and lead, issued ones for everybody. */
@RestController
@RequestMapping("/api/reporting/bulletins")
class BulletinController {

  /** The page brings its own style, and nothing else runs or loads in it. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

  private static final int DAYS_OF_A_YEAR = 366;

  private final Desk desk;
  private final BusinessDate businessDate;

  BulletinController(Desk desk, BusinessDate businessDate) {
    this.desk = desk;
    this.businessDate = businessDate;
  }

  /** Which day's bulletin is wanted. */
  record Wanted(@Nullable LocalDate asOf) {}

  @PostMapping
  ResponseEntity<BulletinView> draft(Caller caller, @RequestBody Wanted wanted) {
    LocalDate asOf = wanted.asOf() == null ? businessDate.today() : wanted.asOf();
    LocalDate today = businessDate.today();
    if (asOf.isAfter(today) || asOf.isBefore(today.minusDays(30L * DAYS_OF_A_YEAR))) {
      throw BulletinProblems.dayOutOfRange().toException();
    }
    UUID id = desk.draft(caller, asOf);
    return ResponseEntity.created(URI.create("/api/reporting/bulletins/" + id))
        .body(view(desk.find(id).orElseThrow()));
  }

  @GetMapping
  List<BulletinView> all(Caller caller) {
    return desk.all().stream()
        .filter(bulletin -> sees(caller, bulletin))
        .map(bulletin -> BulletinView.of(bulletin, List.of()))
        .toList();
  }

  @GetMapping("/template")
  BulletinText template() {
    return desk.readTemplate();
  }

  @PutMapping("/template")
  BulletinText saveTemplate(Caller caller, @RequestBody BulletinText text) {
    desk.saveTemplate(caller, checked(text));
    return text;
  }

  @GetMapping(path = "/{id}", params = "!format")
  ResponseEntity<BulletinView> one(Caller caller, @PathVariable UUID id) {
    Bulletin bulletin = found(caller, id);
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(bulletin.version())).body(view(bulletin));
  }

  @GetMapping(path = "/{id}", params = "format")
  ResponseEntity<byte[]> file(Caller caller, @PathVariable UUID id, @RequestParam String format) {
    Bulletin bulletin = found(caller, id);
    Format wanted =
        Format.of(format).orElseThrow(() -> BulletinProblems.unknownFormat().toException());
    ContentDisposition disposition =
        (wanted == Format.HTML ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename("通报-" + bulletin.asOf() + "." + wanted.ending(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("Content-Security-Policy", PAGE_POLICY)
        .contentType(MediaType.parseMediaType(wanted.mediaType()))
        .body(desk.file(bulletin, wanted));
  }

  @PutMapping("/{id}")
  ResponseEntity<BulletinView> write(
      Caller caller,
      ExpectedVersion expected,
      @PathVariable UUID id,
      @RequestBody BulletinText text) {
    expected.check(found(caller, id).version());
    return answer(desk.write(caller, id, checked(text)));
  }

  @PostMapping("/{id}/preview")
  ResponseEntity<byte[]> preview(
      Caller caller, @PathVariable UUID id, @RequestBody BulletinText text) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(Format.HTML.mediaType()))
        .body(desk.preview(found(caller, id), text));
  }

  @PostMapping("/{id}/review")
  ResponseEntity<BulletinView> review(Caller caller, @PathVariable UUID id) {
    return answer(desk.review(caller, id));
  }

  @PostMapping("/{id}/reopen")
  ResponseEntity<BulletinView> reopen(Caller caller, @PathVariable UUID id) {
    return answer(desk.reopen(caller, id));
  }

  @PostMapping("/{id}/issue")
  ResponseEntity<BulletinView> issue(Caller caller, @PathVariable UUID id) {
    return answer(desk.issue(caller, id));
  }

  @PostMapping("/{id}/correction")
  ResponseEntity<BulletinView> correct(Caller caller, @PathVariable UUID id) {
    return switch (desk.correct(caller, id).orElseThrow(() -> Problem.notFound().toException())) {
      case Desk.Done(Bulletin correction) ->
          ResponseEntity.created(URI.create("/api/reporting/bulletins/" + correction.id()))
              .body(view(correction));
      case Desk.WrongState(Bulletin.State state) ->
          throw BulletinProblems.wrongState(state).toException();
      case Desk.OwnWork _ -> throw BulletinProblems.ownWork().toException();
    };
  }

  private ResponseEntity<BulletinView> answer(Optional<Desk.Outcome> outcome) {
    return switch (outcome.orElseThrow(() -> Problem.notFound().toException())) {
      case Desk.Done(Bulletin bulletin) ->
          ResponseEntity.ok().eTag(ExpectedVersion.tag(bulletin.version())).body(view(bulletin));
      case Desk.WrongState(Bulletin.State state) ->
          throw BulletinProblems.wrongState(state).toException();
      case Desk.OwnWork _ -> throw BulletinProblems.ownWork().toException();
    };
  }

  private BulletinView view(Bulletin bulletin) {
    return BulletinView.of(bulletin, desk.restated(bulletin));
  }

  private Bulletin found(Caller caller, UUID id) {
    return desk.find(id)
        .filter(bulletin -> sees(caller, bulletin))
        .orElseThrow(() -> Problem.notFound().toException());
  }

  private static boolean sees(Caller caller, Bulletin bulletin) {
    return bulletin.state() == Bulletin.State.ISSUED
        || caller.hasAny(Role.BULLETIN_EDITOR, Role.BULLETIN_ISSUER, Role.LEADER, Role.AUDITOR);
  }

  /** A figure nobody knows would be printed as braces: refused when it is saved. */
  private static BulletinText checked(BulletinText text) {
    Map<String, String> fields = BulletinProblems.fields(text);
    fields.forEach(
        (field, words) ->
            Phrase.unknown(words).stream()
                .findFirst()
                .ifPresent(
                    phrase -> {
                      throw BulletinProblems.unknownFigure(field, phrase).toException();
                    }));
    return text;
  }
}
