package io.countypulse.platform.audit;

import io.countypulse.platform.units.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only audit log. Each entry carries a hash over itself and the entry before; the
 * database refuses changes, and {@link #verify} finds those made behind its back.
 */
public final class Audit {

  private final JdbcClient database;
  private final JsonMapper json;

  public Audit(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Writes an entry. Within a transaction it is written just before the commit, with it or not at
   * all: the chain has one end, and its lock is held for the shortest time when it is taken last.
   * Without one it is written at once.
   *
   * @throws IllegalStateException if the transaction only reads
   */
  public void record(AuditEntry entry) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      append(entry);
      return;
    }
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException("a transaction that only reads cannot be audited");
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            append(entry);
          }
        });
  }

  /** Walks the whole chain in the database. */
  public ChainState verify() {
    return database
        .sql("select broken, entries, head from audit_verify()")
        .query(
            (row, number) ->
                row.getObject("broken") == null
                    ? new ChainState.Intact(row.getLong("entries"), row.getString("head"))
                    : new ChainState.Broken(row.getLong("broken")))
        .single();
  }

  private void append(AuditEntry entry) {
    Actor actor = entry.actor();
    @Nullable UnitCode county = entry.county();
    database
        .sql("select audit_append(?, ?, ?, ?, ?, ?, ?::jsonb)")
        .param(actor.name())
        .param(actor.roles().stream().sorted().toArray(String[]::new))
        .param(entry.action())
        .param(entry.subject())
        .param(county == null ? null : county.value())
        .param(actor.address())
        .param(json.writeValueAsString(entry.detail()))
        .query(Long.class)
        .single();
  }
}
