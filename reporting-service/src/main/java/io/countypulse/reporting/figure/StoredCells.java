package io.countypulse.reporting.figure;

import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Rows of cells in the order of their key, put together again as complete emissions. */
final class StoredCells implements RowCallbackHandler {

  private record Cell(int day, long amount) {}

  private final String generation;
  private final Map<Partition, List<SeriesCells>> series = new LinkedHashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private @Nullable Partition partition;
  private @Nullable SeriesName name;

  StoredCells(String generation) {
    this.generation = generation;
  }

  @Override
  public void processRow(ResultSet row) throws SQLException {
    Partition rowPartition = new Partition(row.getString("topic"), row.getInt("partition"));
    SeriesName rowName =
        new SeriesName(row.getString("county"), row.getString("measure"), row.getString("period"));
    if (!rowPartition.equals(partition) || !rowName.equals(name)) {
      endSeries();
      partition = rowPartition;
      name = rowName;
    }
    cells.add(new Cell(row.getInt("day"), row.getLong("amount")));
  }

  List<Emission> emissions() {
    endSeries();
    return series.entrySet().stream()
        .map(each -> emission(each.getKey(), each.getValue()))
        .toList();
  }

  private Emission emission(Partition from, List<SeriesCells> all) {
    return new Emission(generation, from.topic(), from.number(), true, null, null, all);
  }

  private void endSeries() {
    if (partition != null && name != null && !cells.isEmpty()) {
      int[] days = cells.stream().mapToInt(Cell::day).toArray();
      long[] amounts = cells.stream().mapToLong(Cell::amount).toArray();
      series
          .computeIfAbsent(partition, _ -> new ArrayList<>())
          .add(new SeriesCells(name, days, amounts));
      cells.clear();
    }
  }
}
