package io.countypulse.credit.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a correction, or a day that came late, changed on its day; amounts in yuan.
 *
 * @param examples the first hundred by loan id
 */
record Differences(
    int added,
    int changed,
    int removed,
    Change outstanding,
    Change overdue,
    List<Example> examples) {

  /** An amount before and after. */
  record Change(String before, String after) {}

  /** A loan as it stood on the day; absent where it did not. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Stand(String balance, String overdue, LocalDate due, String status) {}

  /** One loan of a difference. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Example(String loanId, @Nullable Stand before, @Nullable Stand after) {}

  private static final String TOTALS =
      """
      with stood as (
        select coalesce((held).status, 'ABSENT') <> 'ABSENT' as stood,
          coalesce((told).status, 'ABSENT') <> 'ABSENT' as stands,
          coalesce((held).balance_fen, 0) as balance_before, coalesce((told).balance_fen, 0) as balance_after,
          coalesce((held).overdue_fen, 0) as overdue_before, coalesce((told).overdue_fen, 0) as overdue_after
        from changed
      )
      select count(*) filter (where stands and not stood)::int4 as added,
        count(*) filter (where stands and stood)::int4 as changed,
        count(*) filter (where stood and not stands)::int4 as removed,
        coalesce(sum(balance_before), 0)::int8 as balance_before,
        coalesce(sum(balance_after), 0)::int8 as balance_after,
        coalesce(sum(overdue_before), 0)::int8 as overdue_before,
        coalesce(sum(overdue_after), 0)::int8 as overdue_after
      from stood
      """;

  private static final String EXAMPLES =
      """
      select loan_id,
        (held).balance_fen as balance_before, (held).overdue_fen as overdue_before, (held).due as due_before,
        (held).status as status_before,
        (told).balance_fen as balance_after, (told).overdue_fen as overdue_after, (told).due as due_after,
        (told).status as status_after
      from changed
      order by loan_id
      limit 100
      """;

  Differences {
    examples = List.copyOf(examples);
  }

  /** Those of the temporary table {@code changed}: of the loans that changed, not of all. */
  static Differences of(JdbcClient jdbc) {
    List<Example> examples =
        jdbc.sql(EXAMPLES)
            .query(
                (row, _) ->
                    new Example(
                        row.getString("loan_id"), stand(row, "before"), stand(row, "after")))
            .list();
    return jdbc.sql(TOTALS)
        .query(
            (row, _) ->
                new Differences(
                    row.getInt("added"),
                    row.getInt("changed"),
                    row.getInt("removed"),
                    new Change(
                        yuan(row.getLong("balance_before")), yuan(row.getLong("balance_after"))),
                    new Change(
                        yuan(row.getLong("overdue_before")), yuan(row.getLong("overdue_after"))),
                    examples))
        .single();
  }

  private static @Nullable Stand stand(ResultSet row, String when) throws SQLException {
    String status = row.getString("status_" + when);
    return status == null
        ? null
        : new Stand(
            yuan(row.getLong("balance_" + when)),
            yuan(row.getLong("overdue_" + when)),
            row.getObject("due_" + when, LocalDate.class),
            status);
  }

  private static String yuan(long fen) {
    return Amounts.yuan(fen).toPlainString();
  }
}
