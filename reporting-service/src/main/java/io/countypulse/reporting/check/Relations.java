package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds how the columns of a table follow from one another. The headings propose, the numbers
 * decide: of all pairs the one that most rows agree with is taken, so that also headings nobody
 * foresaw are understood, and a few wrong cells do not hide a relation.
 */
final class Relations {

  private final ReadTable table;

  private Relations(ReadTable table) {
    this.table = table;
  }

  /** The relations of a table, in the order of the columns that follow. */
  static List<Relation> of(ReadTable table) {
    Relations relations = new Relations(table);
    return table.columns().stream().flatMap(column -> relations.of(column).stream()).toList();
  }

  private Optional<Relation> of(Column column) {
    return switch (column.kind()) {
      case PERCENT -> column.earlier() ? Optional.empty() : percent(column);
      case CHANGE -> change(column);
      case RANK -> Rankings.find(table, column).map(Relation.class::cast);
      case AMOUNT -> left(column).or(() -> across(column));
      case OTHER -> Optional.empty();
    };
  }

  private Optional<Relation> percent(Column column) {
    Optional<Relation> share = share(column);
    return column.says(Word.OPINION) && share.isPresent()
        ? rate(column, Fit.CLEAR).or(() -> share)
        : rate(column, Fit.LIKELY).or(() -> share);
  }

  /** How well numbers must fit. */
  private enum Fit {
    LIKELY,
    CLEAR
  }

  private Optional<Relation> rate(Column column, Fit wanted) {
    List<Candidate> candidates = new ArrayList<>();
    List<Column> amounts = table.columns().stream().filter(Column::isCurrentAmount).toList();
    for (Column part : amounts) {
      for (Column whole : amounts) {
        if (!part.equals(whole)) {
          candidates.add(rated(new Relation.Rate(column, part, whole)));
        }
      }
    }
    return best(candidates.stream().filter(each -> wanted == Fit.LIKELY || each.isClear()));
  }

  private Candidate rated(Relation.Rate rate) {
    Agreement agreement = new Agreement();
    for (Row row : table.rows()) {
      Optional<PrintedNumber> printed = table.number(row, rate.result());
      Optional<BigDecimal> part = table.value(row, rate.part());
      Optional<BigDecimal> whole = table.value(row, rate.whole());
      if (printed.isPresent()
          && part.isPresent()
          && whole.filter(n -> n.signum() > 0).isPresent()) {
        agreement.add(printed.get().isNear(part.get(), whole.get()), part.get().signum() != 0);
      }
    }
    return new Candidate(rate, agreement, HeadingFit.of(rate));
  }

  /** A share of a printed sample: at least half of the rows can come from whole people. */
  private Optional<Relation> share(Column column) {
    return table.columns().stream()
        .filter(each -> each.isCurrentAmount() && each.says(Word.SAMPLE))
        .min(Comparator.comparingInt(each -> Math.abs(each.index() - column.index())))
        .filter(sample -> isShareOf(sample, column))
        .map(sample -> new Relation.Share(column, sample));
  }

  private boolean isShareOf(Column sample, Column column) {
    List<Row> told =
        table.units().stream()
            .filter(row -> table.number(row, column).isPresent())
            .filter(row -> table.amount(row, sample).signum() > 0)
            .toList();
    long possible =
        told.stream()
            .filter(
                row ->
                    !Counts.of(table.number(row, column).orElseThrow(), table.amount(row, sample))
                        .isImpossible())
            .count();
    return !told.isEmpty() && possible * 2 >= told.size();
  }

  private Optional<Relation> change(Column column) {
    List<Candidate> candidates = new ArrayList<>();
    for (Column now : table.levels()) {
      for (Column before : table.levels()) {
        if (now.index() != before.index() && now.kind() == before.kind() && !now.earlier()) {
          candidates.add(
              judged(
                  new Relation.Change(column, now, before),
                  (row, printed) ->
                      table
                          .amount(row, now)
                          .subtract(table.amount(row, before))
                          .setScale(printed.decimals(), RoundingMode.HALF_UP)));
          candidates.add(
              judged(
                  new Relation.Growth(column, now, before),
                  (row, printed) -> growth(row, now, before, printed)));
        }
      }
    }
    return best(candidates.stream());
  }

  private @Nullable BigDecimal growth(Row row, Column now, Column before, PrintedNumber printed) {
    BigDecimal earlier = table.amount(row, before);
    return earlier.signum() == 0
        ? null
        : PrintedNumber.percent(
            table.amount(row, now).subtract(earlier), earlier, printed.decimals());
  }

  /** What is left: 未补 = 应补 − 已补. */
  private Optional<Relation> left(Column column) {
    if (!column.says(Word.REST)) {
      return Optional.empty();
    }
    List<Column> others =
        table.of(Column.Kind.AMOUNT).stream()
            .filter(each -> each.index() != column.index() && each.earlier() == column.earlier())
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    for (Column whole : others) {
      for (Column part : others) {
        if (!whole.equals(part) && !part.says(Word.REST)) {
          boolean worded = whole.says(Word.WHOLE) && part.says(Word.PART);
          candidates.add(
              judged(
                  new Relation.Difference(column, whole, part),
                  worded ? Candidate.DECISIVE : 0,
                  (row, _) -> table.amount(row, whole).subtract(table.amount(row, part))));
        }
      }
    }
    return best(candidates.stream());
  }

  /** 合计 beside its parts. */
  private Optional<Relation> across(Column column) {
    if (!column.says(Word.WHOLE_COLUMN)) {
      return Optional.empty();
    }
    int width = table.columns().size();
    Stream<List<Column>> right =
        IntStream.rangeClosed(column.index() + 3, width)
            .mapToObj(to -> run(column.index() + 1, to));
    Stream<List<Column>> left =
        IntStream.range(0, Math.max(0, column.index() - 1))
            .mapToObj(from -> run(from, column.index()));
    return best(
        Stream.concat(right, left)
            .filter(parts -> parts.size() >= 2)
            .filter(parts -> parts.stream().allMatch(each -> each.kind() == Column.Kind.AMOUNT))
            .map(
                parts ->
                    judged(
                        new Relation.Across(column, parts),
                        (row, _) ->
                            parts.stream()
                                .map(part -> table.amount(row, part))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))));
  }

  private List<Column> run(int from, int to) {
    return table.columns().subList(from, to);
  }

  /** What a row should print; null where nothing follows. */
  private interface Expectation {
    @Nullable BigDecimal of(Row row, PrintedNumber printed);
  }

  private Candidate judged(Relation relation, Expectation expectation) {
    return judged(relation, 0, expectation);
  }

  private Candidate judged(Relation relation, double headings, Expectation expectation) {
    Agreement agreement = new Agreement();
    for (Row row : table.rows()) {
      table
          .number(row, relation.result())
          .ifPresent(
              printed -> {
                BigDecimal expected = expectation.of(row, printed);
                if (expected != null) {
                  agreement.add(expected.compareTo(printed.value()) == 0, expected.signum() != 0);
                }
              });
    }
    return new Candidate(relation, agreement, headings);
  }

  private static Optional<Relation> best(Stream<Candidate> candidates) {
    return candidates
        .filter(Candidate::isAccepted)
        .max(Comparator.comparingDouble(Candidate::score))
        .map(Candidate::relation);
  }
}
