package io.countypulse.employment.household;

import static io.countypulse.employment.household.HouseholdColumn.*;

import io.countypulse.employment.household.HouseholdForm.IncomeForm;
import io.countypulse.employment.intake.FormCells;
import io.countypulse.employment.intake.FormProblem;
import io.countypulse.platform.intake.HandRows;
import io.countypulse.platform.intake.HandRows.Outcome;
import io.countypulse.platform.intake.HandRows.RowFault;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.sheet.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Households written by hand: applied as the rows of a file are, by the same checks and statements,
 * in the running transaction.
 */
@Component
public class HouseholdsByHand {

  private static final Map<Column, String> FIELDS =
      Map.of(
          COUNTY, "county",
          TOWNSHIP, "township",
          VILLAGE, "village",
          HOUSEHOLD, "householdId",
          CATEGORY, "category",
          HEAD_COUNT, "headCount",
          YEAR, "year",
          INCOME, "netIncome");

  private static final String COLUMNS =
      "id, version, county, township, village, category, head_count, incomes";

  private final JdbcClient jdbc;
  private final HandRows handRows;
  private final HouseholdsFile file;
  private final JsonMapper json;

  HouseholdsByHand(JdbcClient jdbc, HandRows handRows, HouseholdsFile file, JsonMapper json) {
    this.jdbc = jdbc;
    this.handRows = handRows;
    this.file = file;
    this.json = json;
  }

  /**
   * A household as it stands in the register.
   *
   * @param version 0 for one that is known from its members only
   */
  public record Current(HouseholdForm form, long version) {}

  /** The household as the register has it now, held until the transaction ends. */
  public Optional<Current> hold(String household) {
    return jdbc.sql("select " + COLUMNS + " from household where id = ? for update")
        .param(household)
        .query((row, _) -> current(row))
        .optional();
  }

  /** The household as it was in a former version. */
  public Optional<HouseholdForm> former(String household, long version) {
    return jdbc.sql("select " + COLUMNS + " from household_past where id = ? and version = ?")
        .params(household, version)
        .query((row, _) -> current(row).form())
        .optional();
  }

  /** The people who live there. */
  public List<String> members(String household) {
    return jdbc.sql("select person_id from worker where household_id = ?")
        .param(household)
        .query(String.class)
        .list();
  }

  /**
   * Makes the register say of this household what the form says; once in a transaction.
   *
   * @return the flags of the rows
   * @throws org.springframework.web.ErrorResponseException 422 with every fault and its field
   */
  public Set<String> apply(ImportContext context, HouseholdForm household) {
    List<FormCells> rows = household.rows();
    List<RowFault> faults = rows.stream().flatMap(row -> row.faults().stream()).distinct().toList();
    if (!faults.isEmpty()) {
      throw problem(faults);
    }
    return switch (handRows.apply(file, context, rows.stream().map(FormCells::cells).toList())) {
      case Outcome.Taken(var _, Set<String> flags) -> flags;
      case Outcome.Refused(List<RowFault> refused) -> throw problem(refused);
    };
  }

  private static RuntimeException problem(List<RowFault> faults) {
    return FormProblem.of(faults, FIELDS, "incomes", List.of(YEAR, INCOME));
  }

  private Current current(ResultSet row) throws SQLException {
    return new Current(
        new HouseholdForm(
            row.getString("id"),
            row.getString("county"),
            row.getString("township"),
            row.getString("village"),
            row.getString("category"),
            row.getString("head_count"),
            List.of(json.readValue(row.getString("incomes"), IncomeForm[].class))),
        row.getLong("version"));
  }
}
