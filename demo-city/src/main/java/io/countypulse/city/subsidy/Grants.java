package io.countypulse.city.subsidy;

import io.countypulse.city.files.Rows;
import io.countypulse.city.people.Dice;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each student of a unit has had of the school year's grant. */
final class Grants {

  /** What a term's grant is made of, in yuan. */
  private static final long STEP = 500;

  private static final long FULL = 5_000;
  private static final List<String> SECONDARY =
      List.of("市农业学校", "市卫生学校", "市财经商贸学校", "省贸易经济学校", "县职业高级中学");
  private static final List<String> HIGHER =
      List.of("农业职业技术学院", "交通职业技术学院", "旅游职业学院", "工商职业学院", "卫生职业学院");

  private final Schooling unit;
  private final LocalDate today;
  private final Dice dice;
  private final long[] amounts;
  private final List<Integer> order;

  Grants(Schooling unit, LocalDate today, Dice dice) {
    this.unit = unit;
    this.today = today;
    this.dice = dice;
    this.amounts = split(unit, dice);
    this.order = IntStream.range(0, unit.students()).boxed().collect(Collectors.toList());
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, dice.below(i + 1));
    }
  }

  /** Writes the school and the grant of the unit's n-th student. */
  void write(int n, Rows rows) throws IOException {
    boolean higher = dice.chance(0.35);
    int place = order.get(n);
    boolean paid = place < unit.paid();
    rows.cell(dice.pick(higher ? HIGHER : SECONDARY))
        .cell(higher ? "高职" : "中职")
        .number(Integer.toString(schoolYear()))
        .number(FULL + ".00")
        .number(paid ? amounts[place] + ".00" : "")
        .cell(paid ? paidOn(place).toString() : "")
        .end();
  }

  private int schoolYear() {
    return today.getMonthValue() < 9 ? today.getYear() - 1 : today.getYear();
  }

  /** Those last in line had it since the month before. */
  private LocalDate paidOn(int place) {
    LocalDate monthAgo = today.minusMonths(1);
    if (place >= unit.paidMonthAgo()) {
      int days = Math.toIntExact(today.toEpochDay() - monthAgo.toEpochDay());
      return today.minusDays(dice.below(days));
    }
    LocalDate first = LocalDate.of(schoolYear(), 11, 1);
    int days = Math.toIntExact(monthAgo.toEpochDay() - first.toEpochDay());
    return first.plusDays(dice.below(days + 1));
  }

  /** One or both terms, and what is left over, so that the sum is exact. */
  private static long[] split(Schooling unit, Dice dice) {
    long[] amounts = new long[unit.paid()];
    long rest = unit.amount();
    for (int i = 0; i < amounts.length; i++) {
      long others = amounts.length - 1L - i;
      long least = Math.max(1, rest - others * FULL);
      long most = Math.min(FULL, rest - others);
      amounts[i] = i == amounts.length - 1 ? rest : usual(rest / (others + 1), least, most, dice);
      rest -= amounts[i];
    }
    return amounts;
  }

  /** 2,500 or 5,000 yuan so that the mean is met, less where there is too little. */
  private static long usual(long mean, long least, long most, Dice dice) {
    long half = FULL / 2;
    long wanted = dice.fraction() < (mean - half) / (double) half ? FULL : half;
    if (mean < half) {
      wanted = Math.max(STEP, mean / STEP * STEP);
    }
    return Math.clamp(wanted, least, most);
  }
}
