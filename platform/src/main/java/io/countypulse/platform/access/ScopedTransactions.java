package io.countypulse.platform.access;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions in which the database itself shows only the rows of a {@link CountyScope}.
 *
 * <p>Each table with a county has two policies; the setting stands in a sub-select, so that it is
 * read once a statement and not once a row:
 *
 * <pre>{@code
 * alter table worker enable row level security;
 * create policy whole_city on worker
 *   using ((select current_setting('pulse.counties', true)) = '*');
 * create policy own_counties on worker
 *   using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
 * }</pre>
 *
 * Outside such a transaction nothing is visible.
 */
public final class ScopedTransactions {

  private final TransactionTemplate reading;
  private final TransactionTemplate writing;
  private final JdbcClient database;

  public ScopedTransactions(PlatformTransactionManager transactions, JdbcClient database) {
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.writing = new TransactionTemplate(transactions);
    this.database = database;
  }

  /** Runs work that only reads. */
  public <T extends @Nullable Object> T read(CountyScope scope, Supplier<T> work) {
    return run(reading, scope, work);
  }

  /** Runs work that writes; an exception rolls everything back. */
  public <T extends @Nullable Object> T write(CountyScope scope, Supplier<T> work) {
    return run(writing, scope, work);
  }

  /** Runs work that writes, and takes all of it back: what it returns is what would have been. */
  public <T extends @Nullable Object> T preview(CountyScope scope, Supplier<T> work) {
    return run(
        writing,
        scope,
        status -> {
          status.setRollbackOnly();
          return work.get();
        });
  }

  /** Runs work that writes and returns nothing. */
  public void write(CountyScope scope, Runnable work) {
    run(
        writing,
        scope,
        () -> {
          work.run();
          return true;
        });
  }

  private <T extends @Nullable Object> T run(
      TransactionTemplate transaction, CountyScope scope, Supplier<T> work) {
    return run(transaction, scope, _ -> work.get());
  }

  @SuppressWarnings("NullAway") // the template hands back what the work returned
  private <T extends @Nullable Object> T run(
      TransactionTemplate transaction, CountyScope scope, Function<TransactionStatus, T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction has one scope, and one is running already");
    }
    return transaction.execute(
        status -> {
          database
              .sql("select set_config('pulse.counties', ?, true)")
              .param(scope.setting())
              .query(String.class)
              .single();
          return work.apply(status);
        });
  }
}
