package io.countypulse.reporting.figure;

import java.util.List;
import java.util.stream.Stream;

/** The SQL of the read model. */
final class Statements {

  static final String LOCK_OFFSET =
      """
      insert into applied (generation, partition, applied_offset) values (?, ?, -1)
      on conflict (generation, partition) do update set applied_offset = applied.applied_offset
      returning applied_offset
      """;

  static final String ADVANCE_OFFSET =
      "update applied set applied_offset = ? where generation = ? and partition = ?";

  static final String OFFSETS =
      "select partition, applied_offset from applied where generation = ?";

  static final String UPSERT =
      """
      insert into cell (generation, topic, partition, county, measure, period, day, amount)
      select ?, ?, ?, county, measure, period, date '1970-01-01' + day, amount
      from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[])
        as new (county, measure, period, day, amount)
      on conflict (generation, topic, partition, county, measure, period, day)
      do update set amount = excluded.amount where cell.amount <> excluded.amount
      """;

  static final String DELETE_OTHERS =
      """
      delete from cell
      where generation = ? and topic = ? and partition = ? and not exists (
        select from unnest(?::text[], ?::text[], ?::text[], ?::int[])
          as kept (county, measure, period, day)
        where kept.county = cell.county and kept.measure = cell.measure
          and kept.period = cell.period and date '1970-01-01' + kept.day = cell.day)
      """;

  static final String CELLS =
      """
      select topic, partition, county, measure, period, day - date '1970-01-01' as day, amount
      from cell where generation = ?
      order by generation, topic, partition, county, measure, period, day
      """;

  static final String REFRESH =
      """
      insert into freshness as old (generation, topic, partition, recorded_through, newest_record)
      values (?, ?, ?, ?, ?)
      on conflict (generation, topic, partition) do update set
        recorded_through = greatest(old.recorded_through, excluded.recorded_through),
        newest_record = greatest(old.newest_record, excluded.newest_record)
      """;

  static final String FRESHNESS =
      "select topic, partition, recorded_through, newest_record from freshness where generation = ?";

  static final String FRAME = "select number from frame where generation = ?";

  static final String NEXT_FRAME =
      """
      insert into frame (generation, number) values (?, 1)
      on conflict (generation) do update set number = frame.number + 1
      returning number
      """;

  /** Names of generations rise: a rebuild's is the stored form's and the instant it began. */
  static final List<String> FORGET_FORMER =
      Stream.of("cell", "applied", "freshness", "frame")
          .map(table -> "delete from " + table + " where generation collate \"C\" < ?")
          .toList();

  private Statements() {}
}
