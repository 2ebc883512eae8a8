package io.countypulse.subsidy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A province's month goes to the bank in one file. */
class BatchSizeTest {

  private static final int PAYMENTS = 100_000;

  private final Department department = Department.shared().reset();

  @AfterEach
  void forget() {
    department.reset();
  }

  @Test
  void aHundredThousandPaymentsAreOneFileOfAFewSeconds() {
    String id = sealed();
    long begun = System.nanoTime();
    String file = department.get("/api/subsidy/batches/" + id + "/file", Department.lead()).body();
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(file).startsWith("H,TRANSPORT-2024-9999,");
    assertThat(file.lines().count()).isEqualTo(PAYMENTS + 1L);
    assertThat(taken).isLessThan(Duration.ofSeconds(5));
  }

  private String sealed() {
    department
        .database()
        .sql(
            """
            insert into subsidy_case (id, programme, subject_id, period, household_id, county, entitled_from,
              entitled_fen, detected_on, step, step_from, version, business_date)
            select 'TRANSPORT|P' || n || '|2024', 'TRANSPORT', 'P' || n, 2024, 'H' || n, '530113', '2024-04-01',
              100000, '2024-04-01', 'IN_BATCH', '2024-06-01', 1, '2024-06-01'
            from generate_series(1, ?) as n
            """)
        .param(PAYMENTS)
        .update();
    String id =
        department
            .database()
            .sql(
                """
                insert into payment_batch (
                  number, programme, state, made_on, lines, fen, sha256, created_by, sealed_by)
                values ('TRANSPORT-2024-9999', 'TRANSPORT', 'SEALED', '2024-06-10', ?, ?, 'any', 'one', 'other')
                returning id::text
                """)
            .param(PAYMENTS)
            .param(PAYMENTS * 100_000L)
            .query(String.class)
            .single();
    department
        .database()
        .sql(
            """
            insert into payment_batch_line (batch_id, line, case_id, county, fen)
            select ?::uuid, row_number() over (order by id), id, county, entitled_fen from subsidy_case
            """)
        .param(id)
        .update();
    department.database().sql("analyze subsidy_case, payment_batch_line").update();
    return id;
  }
}
