package io.countypulse.platform.idempotency;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.countypulse.platform.access.AccessRules;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problems;
import java.net.URI;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service in which notes are written down. */
@Configuration
@EnableAutoConfiguration
class NotesService {

  @Bean
  AccessRules access() {
    return AccessRules.none()
        .allow(POST, "/api/notes", Role.EMPLOYMENT_CLERK, Role.EMPLOYMENT_LEAD)
        .allow(PUT, "/api/notes/*", Role.EMPLOYMENT_CLERK);
  }

  record NewNote(String county, String text) {}

  record Note(long id, String text) {}

  @RestController
  record Notes(IdempotentWrites writes, JdbcClient database) {

    @PostMapping("/api/notes")
    ResponseEntity<Note> add(
        Caller caller,
        WriteRequest request,
        @RequestBody NewNote note,
        @RequestParam(defaultValue = "false") boolean preview) {
      return preview
          ? ResponseEntity.ok(writes.preview(caller, () -> added(note)))
          : writes.once(caller, request, note, () -> created(added(note)));
    }

    /** Every note is in its third version. */
    @PutMapping("/api/notes/{id}")
    Note edit(@PathVariable long id, ExpectedVersion expected, @RequestBody NewNote note) {
      expected.check(3);
      return new Note(id, note.text());
    }

    private Note added(NewNote note) {
      long id =
          database
              .sql("insert into note (county, text) values (?, ?) returning id")
              .params(note.county(), note.text())
              .query(Long.class)
              .single();
      switch (note.text()) {
        case "refused" -> throw Problems.UNPROCESSABLE.problem().toException();
        case "bug" -> throw new IllegalStateException("a bug");
        default -> {
          return new Note(id, note.text());
        }
      }
    }

    private static ResponseEntity<Note> created(Note note) {
      return ResponseEntity.status(HttpStatus.CREATED)
          .location(URI.create("/api/notes/" + note.id()))
          .eTag(ExpectedVersion.tag(3))
          .body(note);
    }
  }
}
