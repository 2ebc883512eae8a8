package io.countypulse.employment.household;

import static io.countypulse.employment.household.HouseholdColumn.*;

import io.countypulse.employment.intake.FormCells;
import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A household as a clerk writes it down; every text is checked as a file's cell is. Incomes of
 * years that are not told stay.
 *
 * @param county code or name
 * @param category 户类型 or the constant's name
 */
public record HouseholdForm(
    @Schema(example = "H530102000005") @Nullable String householdId,
    @Schema(example = "530102") @Nullable String county,
    @Schema(example = "沙朗街道") @Nullable String township,
    @Schema(example = "大村") @Nullable String village,
    @Schema(example = "LIFTED") @Nullable String category,
    @Schema(example = "4") @Nullable String headCount,
    @Nullable List<IncomeForm> incomes) {

  /**
   * The net income of a year.
   *
   * @param netIncome yuan
   */
  public record IncomeForm(
      @Schema(example = "2023") @Nullable String year,
      @Schema(example = "41250.00") @Nullable String netIncome) {}

  public HouseholdForm {
    incomes = incomes == null ? List.of() : List.copyOf(incomes);
  }

  /** The same household under this code. */
  public HouseholdForm of(String household) {
    return new HouseholdForm(household, county, township, village, category, headCount, incomes);
  }

  /** The same household in this county, and in this place of it. */
  public HouseholdForm in(
      String otherCounty, @Nullable String otherTownship, @Nullable String otherVillage) {
    return new HouseholdForm(
        householdId, otherCounty, otherTownship, otherVillage, category, headCount, incomes);
  }

  /** One row a year; one without a year where no income is told. */
  List<FormCells> rows() {
    List<IncomeForm> told = incomes == null ? List.of() : incomes;
    return told.isEmpty()
        ? List.of(household(0))
        : IntStream.range(0, told.size())
            .mapToObj(
                row ->
                    household(row)
                        .text(YEAR, told.get(row).year())
                        .text(INCOME, told.get(row).netIncome()))
            .toList();
  }

  private FormCells household(int row) {
    return new FormCells(row)
        .text(COUNTY, county)
        .text(TOWNSHIP, township)
        .text(VILLAGE, village)
        .text(HOUSEHOLD, householdId)
        .word(CATEGORY, HouseholdCategory.WORDS, category)
        .text(HEAD_COUNT, headCount);
  }
}
