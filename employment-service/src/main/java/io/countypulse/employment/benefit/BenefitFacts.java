package io.countypulse.employment.benefit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes anew what follows from changed people: {@code employment.trainee.v1}, {@code
 * employment.business.v1} and {@code employment.workshop.v1}. The database knows what it told last,
 * so nothing is told twice; all within the running transaction.
 */
public final class BenefitFacts {

  private final JdbcClient jdbc;
  private final LocalDate businessDate;
  private final @Nullable String traceparent;

  /**
   * Facts as they change now.
   *
   * @param businessDate the day the changes speak for
   */
  public BenefitFacts(JdbcClient jdbc, LocalDate businessDate, @Nullable String traceparent) {
    this.jdbc = jdbc;
    this.businessDate = businessDate;
    this.traceparent = traceparent;
  }

  /**
   * Tells of those a query names.
   *
   * @param people SQL without parameters, one column: their codes
   */
  public void publish(String people) {
    jdbc.sql("select publish_benefit_facts(array(" + people + "), :day, :traceparent)")
        .param("day", businessDate)
        .param("traceparent", traceparent)
        .query((_, _) -> true)
        .list();
  }

  /** Tells of these people. */
  public void publishOf(String... people) {
    jdbc.sql("select publish_benefit_facts(:people::text[], :day, :traceparent)")
        .param("people", people)
        .param("day", businessDate)
        .param("traceparent", traceparent)
        .query((_, _) -> true)
        .list();
  }
}
