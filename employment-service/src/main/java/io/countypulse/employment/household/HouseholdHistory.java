package io.countypulse.employment.household;

import io.countypulse.employment.history.Histories;
import io.countypulse.employment.history.HistoryEntry;
import io.countypulse.employment.history.RecordState;
import io.countypulse.employment.household.HouseholdDetail.Income;
import io.countypulse.employment.household.HouseholdDetail.Residence;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What became of a household's record. */
@Repository
class HouseholdHistory {

  private static final String STATES =
      """
      select *, residence_of(county, residence) as lived
      from (
        select id, version, county, residence, township, village, category, head_count, incomes, business_date,
          recorded_at, import_id
        from household_past
        union all
        select id, version, county, residence, township, village, category, head_count, incomes, business_date,
          recorded_at, import_id
        from household
      ) as state
      where id = ?
      order by version
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Households households;
  private final Histories histories;
  private final JsonMapper json;

  HouseholdHistory(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      Households households,
      Histories histories,
      JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.households = households;
    this.histories = histories;
    this.json = json;
  }

  /** Newest change first; empty when there is no such household. */
  Optional<List<HistoryEntry>> of(CountyScope scope, String household) {
    return transactions.read(
        scope,
        () -> {
          List<RecordState> states = states(household);
          if (states.isEmpty()) {
            households.refuseElsewhere(household);
            return Optional.empty();
          }
          return Optional.of(histories.told(states));
        });
  }

  private List<RecordState> states(String household) {
    return jdbc.sql(STATES)
        .param(household)
        .query((row, _) -> RecordState.of(row, fields(row)))
        .list();
  }

  private Map<String, @Nullable Object> fields(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("residence", List.of(json.readValue(row.getString("lived"), Residence[].class)));
    fields.put("township", row.getString("township"));
    fields.put("village", row.getString("village"));
    fields.put("category", row.getString("category"));
    fields.put("headCount", row.getObject("head_count"));
    fields.put("incomes", List.of(json.readValue(row.getString("incomes"), Income[].class)));
    return fields;
  }
}
