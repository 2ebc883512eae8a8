package io.countypulse.reporting.ranking;

import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Places and interviews out of scores, by the written rule ({@link RankingRule}). */
record Places(List<Score> bestFirst, Map<UnitCode, Integer> ranks, Set<UnitCode> interviews) {

  private static final int CALLED_IN = 3;

  static Places of(List<Score> scores, boolean higherIsBetter) {
    Comparator<Score> ascending = Comparator.comparing(Score::value);
    List<Score> bestFirst =
        scores.stream().sorted(higherIsBetter ? ascending.reversed() : ascending).toList();
    return new Places(bestFirst, ranks(bestFirst), interviews(bestFirst.reversed()));
  }

  private static Map<UnitCode, Integer> ranks(List<Score> bestFirst) {
    Map<BigDecimal, Integer> first = new HashMap<>();
    Map<UnitCode, Integer> ranks = new HashMap<>();
    for (int i = 0; i < bestFirst.size(); i++) {
      Score score = bestFirst.get(i);
      int place = i + 1;
      ranks.put(
          score.unit().code(),
          first.computeIfAbsent(score.value().stripTrailingZeros(), _ -> place));
    }
    return ranks;
  }

  /** Whoever shares the third place from the end is called in as well. */
  private static Set<UnitCode> interviews(List<Score> worstFirst) {
    List<Score> behind =
        worstFirst.stream().filter(score -> !score.small() && !score.reached()).toList();
    Set<UnitCode> called = new HashSet<>();
    for (int i = 0; i < behind.size(); i++) {
      boolean tied = i > 0 && behind.get(i).value().compareTo(behind.get(i - 1).value()) == 0;
      if (i >= CALLED_IN && !tied) {
        break;
      }
      called.add(behind.get(i).unit().code());
    }
    return called;
  }

  /** The places beside those of a month earlier. */
  List<Standing> standings(Places before) {
    return bestFirst.stream().map(score -> standing(score, before)).toList();
  }

  private Standing standing(Score score, Places before) {
    UnitCode code = score.unit().code();
    boolean interview = interviews.contains(code);
    return new Standing(
        code,
        score.unit().name(),
        score.value(),
        ranks.getOrDefault(code, 0),
        before.ranks().get(code),
        score.small(),
        interview,
        interview && before.interviews().contains(code));
  }
}
