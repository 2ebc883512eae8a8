package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.bulletin.Page.Grid;
import io.countypulse.reporting.bulletin.Page.Line;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.ranking.Discipline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tables beside the programmes': against the last bulletin, what is corrected, the ranking. */
final class Comparisons {

  private Comparisons() {}

  /** The city's rates beside those of the bulletin before, in points. */
  static Grid withLast(FigureSet now, Material.Earlier last) {
    List<Line> lines = new ArrayList<>();
    for (Indicator indicator : Indicator.values()) {
      if (!Numbers.isPercent(indicator.code())) {
        continue;
      }
      FigureRow row = now.find(now.city(), indicator.code()).orElse(null);
      FigureRow old = last.figures().find(now.city(), indicator.code()).orElse(null);
      if (row != null && old != null && row.value() != null) {
        lines.add(
            new Line(
                false,
                List.of(
                    Inline.words(Names.of(indicator.code())),
                    Inline.number(Numbers.plain(row), row),
                    Inline.words(Numbers.plain(old)),
                    Inline.words(points(row.value(), old.value())))));
      }
    }
    return new Grid(
        "comparison",
        "与上期通报比较（全市）",
        "上期：" + last.mark() + "，截至" + last.asOf() + "。",
        List.of("指标", "本期（%）", "上期（%）", "增减（百分点）"),
        List.of(false, true, true, true),
        lines);
  }

  private static String points(BigDecimal now, @Nullable BigDecimal old) {
    return old == null ? Numbers.NOTHING : Numbers.signed(now.subtract(old));
  }

  /** What late data have changed of a bulletin that was issued. */
  static Grid corrected(FigureSet now, Material.Earlier corrected) {
    List<Line> lines =
        corrected.figures().restated(now).stream()
            .map(
                each ->
                    new Line(
                        false,
                        List.of(
                            Inline.words(each.restated().name()),
                            Inline.words(Names.of(each.restated().indicator())),
                            Inline.words(Numbers.plain(each.published())),
                            Inline.number(Numbers.plain(each.restated()), each.restated()))))
            .toList();
    return new Grid(
        "correction",
        "更正对照",
        "原通报：" + corrected.mark() + "，截至" + corrected.asOf() + "。",
        List.of("县（市）区", "指标", "原公布", "更正为"),
        List.of(false, false, true, true),
        lines);
  }

  /** Everybody's place in each programme; called in is marked ▲, twice running ▲▲. */
  static Grid ranking(List<Ranked> ranking) {
    Map<Integer, List<Ranked>> overall = new TreeMap<>();
    ranking.stream()
        .filter(place -> place.discipline().equals(Ranked.OVERALL))
        .forEach(place -> overall.computeIfAbsent(place.rank(), _ -> new ArrayList<>()).add(place));
    List<Line> lines =
        overall.values().stream()
            .flatMap(List::stream)
            .map(place -> new Line(false, cells(place, ranking)))
            .toList();
    List<String> headings = new ArrayList<>(List.of("县（市）区", "综合名次", "综合得分"));
    Arrays.stream(Discipline.values()).forEach(each -> headings.add(each.title()));
    List<Boolean> numeric = new ArrayList<>(List.of(false, true, true));
    Arrays.stream(Discipline.values()).forEach(_ -> numeric.add(true));
    return new Grid("ranking", "各项工作排名", "▲ 列入约谈，▲▲ 连续两次；“——”为不参加排名。", headings, numeric, lines);
  }

  private static List<Inline> cells(Ranked place, List<Ranked> ranking) {
    List<Inline> cells =
        new ArrayList<>(
            List.of(
                Inline.words(place.name()),
                Inline.words(place.rank() + mark(place)),
                Inline.words(place.value().toPlainString())));
    for (Discipline discipline : Discipline.values()) {
      cells.add(
          ranking.stream()
              .filter(each -> each.discipline().equals(discipline.name()))
              .filter(each -> each.county().equals(place.county()))
              .findFirst()
              .map(each -> Inline.words(each.rank() + mark(each)))
              .orElseGet(() -> Inline.words(Numbers.NOTHING)));
    }
    return cells;
  }

  private static String mark(Ranked place) {
    return place.twice() ? "▲▲" : place.interview() ? "▲" : "";
  }
}
