package io.countypulse.reporting.check;

import java.util.stream.Stream;

/** How well headings fit a rate: points for and against. */
final class HeadingFit {

  private HeadingFit() {}

  static double of(Relation.Rate rate) {
    Column part = rate.part();
    Column whole = rate.whole();
    double fit = 0;
    fit += whole.says(Word.TARGET) ? 3 : 0;
    fit += whole.says(Word.WHOLE) ? 2 : 0;
    fit += whole.says(Word.REST) || whole.says(Word.PROBLEM) ? -3 : 0;
    fit += part.says(Word.PART) && !part.says(Word.REST) ? 1 : 0;
    fit += part.says(Word.TARGET) ? -5 : 0;
    fit += part.says(Word.REST) && !rate.result().says(Word.REST) ? -2 : 0;
    fit += part.says(Word.PROBLEM) != rate.result().says(Word.PROBLEM) ? -2 : 0;
    fit += part.says(Word.MONEY) != whole.says(Word.MONEY) ? -4 : 0;
    fit += sharedPrefix(rate) ? 0.5 : 0;
    return fit - 0.01 * distance(rate);
  }

  /** Columns of one group, 就业/完成率 and 就业/目标, belong together. */
  private static boolean sharedPrefix(Relation.Rate rate) {
    return Stream.of(rate.part(), rate.whole())
        .allMatch(each -> group(each).equals(group(rate.result())));
  }

  private static String group(Column column) {
    int slash = column.heading().indexOf('/');
    return slash < 0 ? "" : column.heading().substring(0, slash);
  }

  private static int distance(Relation.Rate rate) {
    return Math.abs(rate.result().index() - rate.part().index())
        + Math.abs(rate.result().index() - rate.whole().index());
  }
}
