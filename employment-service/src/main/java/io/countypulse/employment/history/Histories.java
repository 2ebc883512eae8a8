package io.countypulse.employment.history;

import static java.util.stream.Collectors.toMap;

import io.countypulse.employment.history.HistoryEntry.FieldChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the states of a record as changes. */
@Repository
public class Histories {

  private final JdbcClient jdbc;

  Histories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was behind a change. */
  private record Source(
      UUID id,
      String action,
      String actor,
      @Nullable String approvedBy,
      @Nullable String reason,
      @Nullable String fileName) {}

  /**
   * The changes that led from each state to the next, newest first; the first state is a change
   * from nothing.
   *
   * @param states oldest first
   */
  public List<HistoryEntry> told(List<RecordState> states) {
    Map<UUID, Source> sources = sources(states);
    List<HistoryEntry> entries = new ArrayList<>();
    Map<String, @Nullable Object> before = Map.of();
    for (RecordState state : states) {
      entries.add(entry(before, state, sources.get(state.change())));
      before = state.fields();
    }
    return entries.reversed();
  }

  private Map<UUID, Source> sources(List<RecordState> states) {
    return jdbc
        .sql("select * from changes_told(?)")
        .param(states.stream().map(RecordState::change).distinct().toArray(UUID[]::new))
        .query(Source.class)
        .list()
        .stream()
        .collect(toMap(Source::id, source -> source, (one, _) -> one));
  }

  private static HistoryEntry entry(
      Map<String, @Nullable Object> before, RecordState state, @Nullable Source source) {
    boolean imported = source != null && source.action().equals("IMPORTED");
    return new HistoryEntry(
        state.version(),
        state.recordedAt(),
        state.businessDate(),
        source == null ? "IMPORTED" : source.action(),
        source == null ? "" : source.actor(),
        source == null ? null : source.approvedBy(),
        source == null ? null : source.reason(),
        imported ? state.change() : null,
        source == null ? null : source.fileName(),
        changes(before, state.fields()));
  }

  private static List<FieldChange> changes(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    List<FieldChange> changes = new ArrayList<>();
    after.forEach(
        (field, now) -> {
          Object then = before.get(field);
          if (!Objects.equals(then, now)) {
            changes.add(new FieldChange(field, without(then, now), without(now, then)));
          }
        });
    return changes;
  }

  /** Of a list what the other does not have; of anything else all of it. */
  private static @Nullable Object without(@Nullable Object value, @Nullable Object other) {
    if (!(value instanceof Collection<?> elements)) {
      return value;
    }
    List<Object> rest = new ArrayList<>(elements);
    if (other instanceof Collection<?> known) {
      rest.removeAll(known);
    }
    return rest;
  }
}
