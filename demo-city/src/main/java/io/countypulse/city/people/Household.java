package io.countypulse.city.people;

import java.math.BigDecimal;
import java.util.List;

/**
 * A covered household (户).
 *
 * @param county the unit as a clerk wrote it
 * @param incomes net income in yuan of each of the three years before the business date's, earliest
 *     first
 */
record Household(
    String id,
    String county,
    Village village,
    String category,
    String surname,
    int headCount,
    List<BigDecimal> incomes) {

  private static final Weighted<Integer> HEADS =
      new Weighted<Integer>().with(8, 1).with(18, 2).with(28, 3).with(30, 4).with(16, 5);
  private static final Weighted<String> CATEGORIES =
      new Weighted<String>().with(88, "脱贫户").with(5, "边缘易致贫户").with(4, "脱贫不稳定户").with(3, "突发严重困难户");

  Household {
    incomes = List.copyOf(incomes);
  }

  static Household draw(String id, String county, Village village, Dice dice) {
    int heads = HEADS.draw(dice);
    String category = CATEGORIES.draw(dice);
    return new Household(
        id, county, village, category, Names.surname(dice), heads, incomes(heads, category, dice));
  }

  /** Members who are in the register of workers: at most the head count. */
  int workers(Dice dice) {
    return 1 + Math.min(dice.below(headCount), dice.below(headCount));
  }

  private static List<BigDecimal> incomes(int heads, String category, Dice dice) {
    int poorest = category.equals("脱贫户") ? 8_600 : 6_800;
    double perHead = poorest + dice.exponential(5_200) + dice.below(1_000);
    BigDecimal[] incomes = new BigDecimal[3];
    for (int i = 0; i < incomes.length; i++) {
      incomes[i] = BigDecimal.valueOf(Math.round(perHead * heads * 100), 2);
      perHead *= 1.02 + 0.11 * dice.fraction();
    }
    return List.of(incomes);
  }
}
