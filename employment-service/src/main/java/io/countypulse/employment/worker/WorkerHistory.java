package io.countypulse.employment.worker;

import io.countypulse.employment.history.Histories;
import io.countypulse.employment.history.HistoryEntry;
import io.countypulse.employment.history.RecordState;
import io.countypulse.employment.worker.WorkerDetail.Residence;
import io.countypulse.employment.worker.WorkerDetail.WorkedSpell;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.personal.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What became of a person's record, personal data masked. */
@Repository
class WorkerHistory {

  private static final String STATES =
      """
      select *, residence_of(county, residence) as lived
      from (
        select person_id, version, household_id, county, residence, township, village, category, labour,
          wish_to_work, personal_encrypted, spells, workplaces, business_date, recorded_at, import_id
        from worker_past
        union all
        select person_id, version, household_id, county, residence, township, village, category, labour,
          wish_to_work, personal_encrypted, spells, workplaces, business_date, recorded_at, import_id
        from worker
      ) as state
      where person_id = ?
      order by version
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final WorkerRecords records;
  private final Histories histories;
  private final PersonalData personalData;
  private final JsonMapper json;

  WorkerHistory(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      WorkerRecords records,
      Histories histories,
      PersonalData personalData,
      JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.records = records;
    this.histories = histories;
    this.personalData = personalData;
    this.json = json;
  }

  /** Newest change first; empty when there is no such person. */
  Optional<List<HistoryEntry>> of(CountyScope scope, String person) {
    return transactions.read(
        scope, () -> records.current(scope, person).map(_ -> histories.told(states(person))));
  }

  private List<RecordState> states(String person) {
    return jdbc.sql(STATES)
        .param(person)
        .query((row, _) -> RecordState.of(row, fields(row)))
        .list();
  }

  private Map<String, @Nullable Object> fields(ResultSet row) throws SQLException {
    Personal personal = Personal.decrypted(personalData, row.getBytes("personal_encrypted"));
    Spell[] spells = json.readValue(row.getString("spells"), Spell[].class);
    Workplace[] workplaces = json.readValue(row.getString("workplaces"), Workplace[].class);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("householdId", row.getString("household_id"));
    fields.put("residence", List.of(json.readValue(row.getString("lived"), Residence[].class)));
    fields.put("township", row.getString("township"));
    fields.put("village", row.getString("village"));
    fields.put("name", Told.of(personal.maskedName(), personal.name()));
    fields.put(
        "identityNumber",
        Told.of(personal.identityNumber().masked(), personal.identityNumber().value()));
    fields.put("category", row.getString("category"));
    fields.put("labour", row.getString("labour"));
    fields.put("wishToWork", row.getObject("wish_to_work"));
    fields.put(
        "spells",
        IntStream.range(0, spells.length)
            .mapToObj(place -> WorkedSpell.of(spells[place], workplaces[place]))
            .toList());
    return fields;
  }
}
