package io.countypulse.platform.intake;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.intake.sheet.Layout;
import io.countypulse.platform.intake.sheet.SheetRow;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A kind of file a department takes (DOMAIN.md § 10); a bean of this type is all a service adds.
 *
 * @param <R> a row that passed its check, as it is staged
 */
public interface FileKind<R> {

  /** The name in the API, such as {@code workers}. */
  String code();

  /** The name on screens, such as 务工人员. */
  String title();

  Layout layout();

  /** Roles that may import this kind and see its imports. */
  Set<Role> writers();

  /**
   * Judges a row by itself. Called for every row in the file's order from one thread, which is not
   * the one of {@link #apply}; it must not ask the database. Empty rows, total rows, ragged and
   * undecodable ones never get here.
   */
  RowCheck<R> check(SheetRow row, ImportContext context);

  Staging<R> staging();

  /**
   * Applies the staged rows with set-based statements, inside the import's transaction on this
   * thread: {@code jdbc} and every other Spring client of the same data source take part in it, and
   * {@code pulse.counties} is the importer's scope. A row that cannot be applied is refused by
   *
   * <pre>{@code
   * insert into import_reject (import_id, line, code, field, message, message_en, masked_value)
   * }</pre>
   *
   * which may hold several faults of a line. In a dry run the same happens and is rolled back
   * afterwards, so outbox rows written here are never seen.
   */
  Applied apply(ImportContext context, JdbcClient jdbc);
}
