package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.SheetRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * A few rows typed into a form instead of a file: the same checks, the same statements, in the
 * caller's own transaction. All of them are applied or none: a caller who is told of faults rolls
 * back.
 */
public final class HandRows {

  private static final int CAPACITY = 4_096;

  private final JdbcClient database;
  private final DataSource dataSource;

  HandRows(JdbcClient database, DataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
  }

  /** What became of the rows. */
  public sealed interface Outcome {

    /** Applied or unchanged, with the flags of the rows. */
    record Taken(Applied applied, Set<String> flags) implements Outcome {
      public Taken {
        flags = Set.copyOf(flags);
      }
    }

    /** Nothing may stay. */
    record Refused(List<RowFault> faults) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * A fault of one of the rows.
   *
   * @param row counted from 0; faults of a record as a whole are told of its first row
   */
  public record RowFault(int row, Fault fault) {}

  /**
   * Checks, stages and applies the rows; once in a transaction, as the staging tables are its own.
   *
   * @param context its import id names this write: records refer to it as they do to an import
   */
  public <R> Outcome apply(
      FileKind<R> kind, ImportContext context, List<? extends Map<? extends Column, String>> rows) {
    List<R> sound = new ArrayList<>();
    List<RowFault> faults = new ArrayList<>();
    Set<String> flags = new TreeSet<>();
    for (int row = 0; row < rows.size(); row++) {
      switch (kind.check(SheetRow.of(kind.layout(), row + 1, rows.get(row)), context)) {
        case RowCheck.Accepted<R>(R staged, Set<String> noted) -> {
          sound.add(staged);
          flags.addAll(noted);
        }
        case RowCheck.Rejected<R>(List<Fault> found) -> {
          for (Fault fault : found) {
            faults.add(new RowFault(row, fault));
          }
        }
        case RowCheck.Skipped<R>(String reason) -> flags.add(reason);
      }
    }
    return faults.isEmpty() ? apply(kind, context, sound, flags) : new Outcome.Refused(faults);
  }

  private <R> Outcome apply(
      FileKind<R> kind, ImportContext context, List<R> rows, Set<String> flags) {
    stage(kind.staging(), rows);
    Applied applied = kind.apply(context, database);
    List<RowFault> faults = faults(context);
    flags.addAll(applied.flags().keySet());
    return faults.isEmpty() ? new Outcome.Taken(applied, flags) : new Outcome.Refused(faults);
  }

  private <R> void stage(Staging<R> staging, List<R> rows) {
    database.sql(staging.definition()).update();
    BinaryRows staged = new BinaryRows(staging.columns().size() + 1, CAPACITY);
    int line = 0;
    for (R row : rows) {
      staged.begin();
      staged.number(++line);
      staging.writer().write(row, staged);
      staged.end();
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (var copy = new CopyTarget(connection.unwrap(PGConnection.class))) {
      copy.send(staging.table(), staged.take());
      copy.finish();
    } catch (SQLException failed) {
      throw new StagingFailure(failed);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** That another row of the same record is at fault is no news in a form. */
  private List<RowFault> faults(ImportContext context) {
    return database
        .sql(
            """
            select min(line) - 1 as row, code, field, message, message_en, masked_value
            from import_reject
            where import_id = ? and code not like 'SAME\\_%'
            group by code, field, message, message_en, masked_value
            order by 1
            """)
        .param(context.importId())
        .query(
            (row, _) ->
                new RowFault(
                    row.getInt("row"),
                    new Fault(
                        row.getString("code"),
                        row.getString("field"),
                        row.getString("message"),
                        row.getString("message_en"),
                        row.getString("masked_value"))))
        .list();
  }
}
