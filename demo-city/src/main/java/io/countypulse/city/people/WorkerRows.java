package io.countypulse.city.people;

import io.countypulse.city.files.Rows;
import java.io.IOException;
import java.util.List;

/**
 * The workers file: one row a spell, one row without dates for those who never worked (DOMAIN.md §
 * 10).
 */
public final class WorkerRows {

  /** Columns of a workers file, the optional 就业意愿 last. */
  public static final List<String> COLUMNS =
      List.of(
          "县（市）区", "乡镇", "行政村", "户编号", "人编号", "姓名", "证件号码", "户类型", "劳动能力", "务工区域", "务工省份", "务工单位",
          "岗位类型", "开始日期", "结束日期", "月工资", "就业意愿");

  private static final Weighted<String> POSTS =
      new Weighted<String>().with(80, "普通").with(8, "帮扶车间").with(12, "公益性岗位");

  private final Rows rows;
  private final Timeline timeline;
  private final Gazetteer gazetteer;
  private final Dice dice;

  WorkerRows(Rows rows, Timeline timeline, Gazetteer gazetteer, Dice dice) {
    this.rows = rows;
    this.timeline = timeline;
    this.gazetteer = gazetteer;
    this.dice = dice;
  }

  void write(Household household, Person person, List<Spell> spells) throws IOException {
    if (spells.isEmpty()) {
      writePerson(household, person);
      for (int i = 0; i < 7; i++) {
        rows.cell("");
      }
      rows.cell(person.wish()).end();
    }
    for (Spell spell : spells) {
      writePerson(household, person);
      writeSpell(household.village(), spell);
      rows.cell(person.wish()).end();
    }
  }

  private void writePerson(Household household, Person person) throws IOException {
    rows.cell(household.county())
        .cell(household.village().township())
        .cell(household.village().name())
        .cell(household.id())
        .cell(person.id())
        .cell(person.name())
        .cell(person.identityNumber())
        .cell(household.category())
        .cell(person.labour());
  }

  private void writeSpell(Village village, Spell spell) throws IOException {
    boolean away = spell.area() == Area.OUT_OF_PROVINCE;
    String province = away ? gazetteer.province(dice) : "";
    String post = spell.area() == Area.IN_COUNTY ? POSTS.draw(dice) : "普通";
    rows.cell(spell.area().text)
        .cell(province)
        .cell(employer(village, spell, province, post))
        .cell(post)
        .cell(timeline.text(spell.start()))
        .cell(timeline.text(spell.end()))
        .number(wage(spell.area(), post));
  }

  private String employer(Village village, Spell spell, String province, String post) {
    if (spell.dispatched()) {
      return gazetteer.cooperative(village);
    }
    if (spell.area() == Area.OUT_OF_PROVINCE) {
      return gazetteer.companyIn(province, dice);
    }
    return switch (post) {
      case "帮扶车间" -> gazetteer.workshop(village);
      case "公益性岗位" -> gazetteer.committee(village);
      default -> gazetteer.company(dice);
    };
  }

  /** In yuan a month; sometimes not known. */
  private String wage(Area area, String post) {
    if (dice.chance(0.03)) {
      return "";
    }
    int least =
        switch (area) {
          case OUT_OF_PROVINCE -> 4_000;
          case IN_PROVINCE -> 2_800;
          case IN_COUNTY -> 1_900;
        };
    return post.equals("公益性岗位")
        ? Integer.toString(800 + 50 * dice.below(8))
        : Integer.toString(least + 50 * dice.below(50));
  }
}
