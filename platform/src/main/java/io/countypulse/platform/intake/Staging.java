package io.countypulse.platform.intake;

import java.util.List;

/**
 * Where accepted rows wait to be applied: a temporary table of the import's transaction, filled by
 * binary COPY and analysed before {@link FileKind#apply} sees it. Its first column is {@code line
 * int4 not null}, the row's line in the file.
 *
 * <pre>{@code
 * new Staging<>(
 *     "staged_target",
 *     List.of("county text not null", "year int4 not null", "target numeric", "deadline date"),
 *     (target, row) -> row.text(target.county()).number(target.year()).decimal(target.value()).date(target.deadline()));
 * }</pre>
 *
 * @param columns name, type and constraints of each further column; types must be those the {@link
 *     StagedRow} writes
 */
public record Staging<R>(String table, List<String> columns, Writer<R> writer) {

  /** Writes one field for every column, in their order. */
  @FunctionalInterface
  public interface Writer<R> {
    void write(R staged, StagedRow row);
  }

  public Staging {
    columns = List.copyOf(columns);
  }

  String definition() {
    return "create temporary table %s (line int4 not null, %s) on commit drop"
        .formatted(table, String.join(", ", columns));
  }
}
