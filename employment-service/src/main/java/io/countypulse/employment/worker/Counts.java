package io.countypulse.employment.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many people a list holds, counted once for each state of the register. Every change of it is
 * written to the audit log in its own transaction, so the log's newest entry names the state: a
 * count is right exactly as long as no entry has come since, on any instance. What other features
 * ask of their own tables is counted each time.
 */
@Component
class Counts {

  private static final int MOST = 2_000;
  private static final String STATE = "(select coalesce(max(number), 0) from audit_entry)";

  private final JdbcClient jdbc;
  private final Map<Question, Count> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Count> eldest) {
          return size() > MOST;
        }
      };

  Counts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Question(String sql, String values) {}

  private record Count(long state, long people) {}

  /** How many the query holds now, in the running transaction. */
  long of(WorkerQuery query) {
    if (!query.isOfRegisterOnly()) {
      return counted(query).people();
    }
    Question question = new Question(query.sql(), query.told());
    Count kept = kept(question);
    if (kept != null && kept.state() == state()) {
      return kept.people();
    }
    Count counted = counted(query);
    keep(question, counted);
    return counted.people();
  }

  /** State and count out of one snapshot. */
  private Count counted(WorkerQuery query) {
    return jdbc.sql(
            "select %s as state, count(*) as people from (%s) as counted"
                .formatted(STATE, query.sql()))
        .params(query.values())
        .query(Count.class)
        .single();
  }

  private long state() {
    return jdbc.sql("select " + STATE).query(Long.class).single();
  }

  private @Nullable Count kept(Question question) {
    synchronized (known) {
      return known.get(question);
    }
  }

  private void keep(Question question, Count counted) {
    synchronized (known) {
      known.put(question, counted);
    }
  }
}
