package io.countypulse.reporting.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cells and the offsets they come from, in PostgreSQL. Offsets move in the transaction of their
 * cells and never back, so any number of readers may apply the same emissions.
 */
final class ReadModel {

  private final JdbcTemplate database;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;
  private final String generation;

  ReadModel(JdbcTemplate database, PlatformTransactionManager transactions, String generation) {
    this.database = database;
    this.database.setFetchSize(10_000);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.writing = new TransactionTemplate(transactions);
    this.generation = generation;
  }

  /**
   * Everything there is.
   *
   * @param offsets the newest applied offset of each partition of the emissions
   */
  record Stored(Snapshot snapshot, Map<Integer, Long> offsets) {}

  Stored load() {
    return Objects.requireNonNull(
        reading.execute(_ -> new Stored(new Snapshot(frame(), board(), freshness()), offsets())));
  }

  /**
   * Applies emissions in their order; those that are in already are passed over.
   *
   * @return the number of the frame they are in
   */
  long apply(List<AppliedEmission> emissions) {
    return Objects.requireNonNull(writing.execute(_ -> applyNew(emissions)));
  }

  /** Deletes everything of generations before this one. */
  void forgetFormer() {
    writing.executeWithoutResult(
        _ -> Statements.FORGET_FORMER.forEach(sql -> database.update(sql, generation)));
  }

  private long applyNew(List<AppliedEmission> emissions) {
    Map<Integer, Long> before = lockOffsets(emissions);
    List<AppliedEmission> news =
        emissions.stream()
            .filter(each -> each.offset() > before.getOrDefault(each.partition(), -1L))
            .toList();
    Map<Partition, CellChanges> changes = new LinkedHashMap<>();
    for (AppliedEmission each : news) {
      changes.computeIfAbsent(each.source(), _ -> new CellChanges()).add(each.emission());
    }
    changes.forEach(this::write);
    advanceOffsets(news);
    boolean changed = news.stream().anyMatch(each -> each.emission().changesFigures());
    return changed ? nextFrame() : frame();
  }

  /** The row locks keep every other reader out until the commit. */
  private Map<Integer, Long> lockOffsets(List<AppliedEmission> emissions) {
    Map<Integer, Long> offsets = new HashMap<>();
    for (int partition :
        emissions.stream().map(AppliedEmission::partition).sorted().distinct().toList()) {
      offsets.put(
          partition,
          Objects.requireNonNull(
              database.queryForObject(Statements.LOCK_OFFSET, Long.class, generation, partition)));
    }
    return offsets;
  }

  private void advanceOffsets(List<AppliedEmission> news) {
    Map<Integer, Long> offsets = new TreeMap<>();
    news.forEach(each -> offsets.put(each.partition(), each.offset()));
    offsets.forEach(
        (partition, offset) ->
            database.update(Statements.ADVANCE_OFFSET, offset, generation, partition));
  }

  private void write(Partition source, CellChanges changes) {
    CellRows rows = changes.rows();
    if (changes.complete()) {
      update(Statements.DELETE_OTHERS, source, Arrays.copyOf(rows.columns(), 4));
    }
    if (!rows.isEmpty()) {
      update(Statements.UPSERT, source, rows.columns());
    }
    database.update(
        Statements.REFRESH,
        generation,
        source.topic(),
        source.number(),
        timestamp(changes.recordedThrough()),
        timestamp(changes.newestRecord()));
  }

  private void update(String sql, Partition source, Object[] columns) {
    Object[] arguments = new Object[3 + columns.length];
    arguments[0] = generation;
    arguments[1] = source.topic();
    arguments[2] = source.number();
    System.arraycopy(columns, 0, arguments, 3, columns.length);
    database.update(sql, arguments);
  }

  private long frame() {
    return database.queryForList(Statements.FRAME, Long.class, generation).stream()
        .findFirst()
        .orElse(0L);
  }

  private long nextFrame() {
    return Objects.requireNonNull(
        database.queryForObject(Statements.NEXT_FRAME, Long.class, generation));
  }

  private Board board() {
    StoredCells cells = new StoredCells(generation);
    database.query(Statements.CELLS, cells, generation);
    return Board.EMPTY.with(cells.emissions());
  }

  private Freshness freshness() {
    return database.query(Statements.FRESHNESS, this::freshness, generation).stream()
        .reduce(Freshness.NONE, Freshness::with);
  }

  private Freshness freshness(ResultSet row, int number) throws SQLException {
    Partition source = new Partition(row.getString("topic"), row.getInt("partition"));
    Instant through = instant(row, "recorded_through");
    return Freshness.of(source, through, instant(row, "newest_record"));
  }

  private Map<Integer, Long> offsets() {
    Map<Integer, Long> offsets = new HashMap<>();
    database.query(
        Statements.OFFSETS,
        row -> {
          offsets.put(row.getInt("partition"), row.getLong("applied_offset"));
        },
        generation);
    return offsets;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
