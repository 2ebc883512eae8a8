package io.countypulse.employment.worker;

import static io.countypulse.employment.worker.WorkerColumn.*;

import io.countypulse.employment.intake.FormCells;
import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.Post;
import io.countypulse.employment.vocabulary.Sector;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.intake.sheet.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A person as a clerk writes it down: the whole list of spells, as in a file (DOMAIN.md § 10).
 * Every text is checked as a file's cell is.
 *
 * @param county code or name
 * @param category 户类型 or the constant's name
 * @param labour 劳动能力 or the constant's name
 */
public record WorkerForm(
    @Schema(example = "P530102000017") @Nullable String personId,
    @Schema(example = "H530102000005") @Nullable String householdId,
    @Schema(example = "530102") @Nullable String county,
    @Schema(example = "沙朗街道") @Nullable String township,
    @Schema(example = "大村") @Nullable String village,
    @Schema(example = "张三") @Nullable String name,
    @Schema(example = "530190197001010010") @Nullable String identityNumber,
    @Schema(example = "LIFTED") @Nullable String category,
    @Schema(example = "ORDINARY") @Nullable String labour,
    @Nullable Boolean wishToWork,
    @Nullable List<SpellForm> spells) {

  public WorkerForm {
    spells = spells == null ? List.of() : List.copyOf(spells);
  }

  /** The spells; none where none were given. */
  public List<SpellForm> told() {
    return spells == null ? List.of() : spells;
  }

  /** The same person with these spells. */
  public WorkerForm with(List<SpellForm> others) {
    return new WorkerForm(
        personId,
        householdId,
        county,
        township,
        village,
        name,
        identityNumber,
        category,
        labour,
        wishToWork,
        others);
  }

  /** The same person in this household, in its county and place. */
  public WorkerForm in(
      String household,
      String itsCounty,
      @Nullable String itsTownship,
      @Nullable String itsVillage) {
    return new WorkerForm(
        personId,
        household,
        itsCounty,
        itsTownship,
        itsVillage,
        name,
        identityNumber,
        category,
        labour,
        wishToWork,
        spells);
  }

  /** The same record under this person's code. */
  public WorkerForm of(String person) {
    return new WorkerForm(
        person,
        householdId,
        county,
        township,
        village,
        name,
        identityNumber,
        category,
        labour,
        wishToWork,
        spells);
  }

  /** One row a spell; one without a spell for a person who never worked. */
  List<FormCells> rows() {
    List<SpellForm> told = told();
    return told.isEmpty()
        ? List.of(person(0))
        : IntStream.range(0, told.size())
            .mapToObj(row -> spell(person(row), told.get(row)))
            .toList();
  }

  private FormCells person(int row) {
    return new FormCells(row)
        .text(COUNTY, county)
        .text(TOWNSHIP, township)
        .text(VILLAGE, village)
        .text(HOUSEHOLD, householdId)
        .text(PERSON, personId)
        .text(NAME, name)
        .text(IDENTITY, identityNumber)
        .word(CATEGORY, HouseholdCategory.WORDS, category)
        .word(LABOUR, Labour.WORDS, labour)
        .text(WISH, wishToWork == null ? null : wishToWork ? "是" : "否");
  }

  private static FormCells spell(FormCells row, SpellForm spell) {
    if (spell.start() == null || spell.start().isBlank()) {
      row.fault(Fault.of("MISSING", START, "缺少开始日期，请补填", "The start is missing: fill it in", ""));
    }
    return row.text(START, spell.start())
        .text(END, spell.end())
        .word(AREA, WorkArea.WORDS, spell.area())
        .text(PROVINCE, spell.province())
        .text(EMPLOYER, spell.employer())
        .word(POST, Post.WORDS, spell.post())
        .text(WAGE, spell.monthlyWage())
        .word(SECTOR, Sector.WORDS, spell.sector());
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "WorkerForm of " + personId;
  }
}
