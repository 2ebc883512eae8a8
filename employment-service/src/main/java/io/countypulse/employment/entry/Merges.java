package io.countypulse.employment.entry;

import io.countypulse.employment.survey.ToldWishes;
import io.countypulse.platform.outbox.Outbox;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Two records that are one person: what was written down of the one given up (surveys, talks,
 * visits, training, businesses, assignments) goes on with the other; all within the running
 * transaction.
 */
@Repository
class Merges {

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Merges(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** Before the people are written, so that what is published of them follows from all of it. */
  void carry(String gone, String goesOn) {
    call("select carry_records(?, ?)", gone, goesOn);
  }

  /** After they are written: the record names the one that goes on, whose wish is the last told. */
  void mark(String gone, String goesOn, UUID amendment) {
    jdbc.sql("insert into merged_worker (person_id, kept) values (?, ?)")
        .params(gone, goesOn)
        .update();
    new ToldWishes(jdbc, amendment, outbox.traceparent()).ofPerson(goesOn);
  }

  /** Takes a merge back, as far as there was one. */
  void undo(String gone) {
    if (jdbc.sql("delete from merged_worker where person_id = ?").param(gone).update() > 0) {
      call("select return_records(?)", gone);
    }
  }

  private void call(String function, String... people) {
    jdbc.sql(function).params((Object[]) people).query((_, _) -> true).list();
  }
}
