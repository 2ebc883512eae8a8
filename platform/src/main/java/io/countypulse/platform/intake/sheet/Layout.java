package io.countypulse.platform.intake.sheet;

import java.util.List;

/**
 * The columns of a kind of file, in the template's order, each at the place its {@code ordinal}
 * says.
 */
public record Layout(List<Column> columns) {

  public Layout {
    columns = List.copyOf(columns);
    for (int place = 0; place < columns.size(); place++) {
      if (columns.get(place).ordinal() != place) {
        throw new IllegalArgumentException("column out of place: " + columns.get(place).header());
      }
    }
  }

  /** The layout of an enum's constants: {@code Layout.of(TargetColumn.values())}. */
  public static Layout of(Column... columns) {
    return new Layout(List.of(columns));
  }
}
