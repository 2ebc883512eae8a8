package io.countypulse.employment.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.countypulse.employment.worker.WorkerItem;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a household, its members masked.
 *
 * @param residence the first county for all the past, each later one from its day
 * @param version of the last change; 0 for a household known from its members only
 */
public record HouseholdDetail(
    @JsonUnwrapped HouseholdItem household,
    List<Residence> residence,
    List<Income> incomes,
    List<WorkerItem> members,
    long version) {

  /** A county of residence; from null for all the past. */
  public record Residence(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from, UnitCode county) {}

  /**
   * The net income of a year.
   *
   * @param netIncome yuan with two decimals
   */
  public record Income(int year, String netIncome) {}

  public HouseholdDetail {
    residence = List.copyOf(residence);
    incomes = List.copyOf(incomes);
    members = List.copyOf(members);
  }
}
