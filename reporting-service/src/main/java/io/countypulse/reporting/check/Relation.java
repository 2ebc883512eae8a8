package io.countypulse.reporting.check;

import java.util.List;
import java.util.stream.Collectors;

/** How a column follows from others. */
sealed interface Relation {

  /** The column that follows. */
  Column result();

  /** The relation as a formula, with the headings as printed. */
  String formula();

  /** 100 × part ÷ whole. */
  record Rate(Column result, Column part, Column whole) implements Relation {
    @Override
    public String formula() {
      return "%s = 100 × %s ÷ %s".formatted(result.heading(), part.heading(), whole.heading());
    }
  }

  /** A per cent of people asked, whose count is not printed. */
  record Share(Column result, Column sample) implements Relation {
    @Override
    public String formula() {
      return "%s = 100 × k ÷ %s".formatted(result.heading(), sample.heading());
    }
  }

  /** What is left of the whole without the part. */
  record Difference(Column result, Column whole, Column part) implements Relation {
    @Override
    public String formula() {
      return "%s = %s − %s".formatted(result.heading(), whole.heading(), part.heading());
    }
  }

  /** Columns beside one another added up. */
  record Across(Column result, List<Column> parts) implements Relation {
    public Across {
      parts = List.copyOf(parts);
    }

    @Override
    public String formula() {
      return result.heading()
          + " = "
          + parts.stream().map(Column::heading).collect(Collectors.joining(" + "));
    }
  }

  /** Now less before; of rates, in points. */
  record Change(Column result, Column now, Column before) implements Relation {
    @Override
    public String formula() {
      return "%s = %s − %s".formatted(result.heading(), now.heading(), before.heading());
    }

    boolean inPoints() {
      return now.kind() == Column.Kind.PERCENT;
    }
  }

  /** 100 × (now − before) ÷ before. */
  record Growth(Column result, Column now, Column before) implements Relation {
    @Override
    public String formula() {
      return "%s = 100 × (%s − %s) ÷ %s"
          .formatted(result.heading(), now.heading(), before.heading(), before.heading());
    }
  }

  /**
   * A place in the order of another column.
   *
   * @param highestFirst whether the highest is the first
   * @param dense whether ties leave out no place: 1, 2, 2, 3
   */
  record Ranking(Column result, Column by, boolean highestFirst, boolean dense)
      implements Relation {
    @Override
    public String formula() {
      return "%s ← %s %s".formatted(result.heading(), by.heading(), highestFirst ? "↓" : "↑");
    }
  }
}
