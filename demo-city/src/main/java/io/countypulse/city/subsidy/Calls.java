package io.countypulse.city.subsidy;

import io.countypulse.city.files.Rows;
import io.countypulse.city.people.Dice;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The calls of a unit in the month before the business date's. */
final class Calls {

  /** Columns of a file of verification calls (DOMAIN.md § 10). */
  static final List<String> COLUMNS = columns();

  private final Calling calling;
  private final LocalDate month;
  private final Dice dice;

  Calls(Calling calling, LocalDate today, Dice dice) {
    this.calling = calling;
    this.month = today.minusMonths(1).withDayOfMonth(1);
    this.dice = dice;
  }

  /**
   * Writes one row a call.
   *
   * @param people whom to call; where they are too few, people nobody else knows
   */
  void write(List<String> people, Rows rows) throws IOException {
    List<String> called = new ArrayList<>(people);
    while (called.size() < calling.calls()) {
      called.add("P" + calling.unit().code() + called.size());
    }
    shuffle(called);
    List<List<String>> answers = answers();
    for (int i = 0; i < calling.calls(); i++) {
      rows.cell(calling.unit().name())
          .cell(called.get(i))
          .cell(month.plusDays(dice.below(month.lengthOfMonth())).toString());
      for (String answer : answers.get(i)) {
        rows.cell(answer);
      }
      rows.end();
    }
  }

  /** The outcome of each call and, where somebody answered, what is known of each policy. */
  private List<List<String>> answers() {
    List<List<Boolean>> knows = new ArrayList<>();
    for (Integer count : calling.knows()) {
      List<Boolean> cards = new ArrayList<>();
      for (int i = 0; i < calling.valid(); i++) {
        cards.add(count != null && i < count);
      }
      shuffle(cards);
      knows.add(cards);
    }
    List<List<String>> answers = new ArrayList<>();
    for (int i = 0; i < calling.calls(); i++) {
      List<String> answer = new ArrayList<>();
      answer.add(outcome(i));
      for (int policy = 0; policy < knows.size(); policy++) {
        answer.add(i < calling.valid() ? known(policy, knows.get(policy).get(i)) : "");
      }
      answers.add(answer);
    }
    shuffle(answers);
    return answers;
  }

  private String outcome(int call) {
    if (call < calling.valid()) {
      return "有效";
    }
    if (call < calling.valid() + calling.problems()) {
      return dice.chance(0.55) ? "空号" : "号码错误";
    }
    return "无人接听";
  }

  private String known(int policy, boolean knows) {
    if (calling.knows().get(policy) == null) {
      return "不适用";
    }
    return knows ? "知晓" : "不知晓";
  }

  private <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, dice.below(i + 1));
    }
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("县（市）区", "人编号", "拨打日期", "结果"));
    columns.addAll(Calling.POLICIES);
    return List.copyOf(columns);
  }
}
