package io.countypulse.platform.intake.sheet;

import java.util.List;

/**
 * One column of a file, by its header. Meant to be implemented by an enum, whose order is the order
 * of the template:
 *
 * <pre>{@code
 * enum TargetColumn implements Column {
 *   COUNTY("县（市）区"), YEAR("年度"), PROGRAMME("项目"), VALUE("目标值"), DEADLINE("完成时限");
 *   …
 *   public boolean required() { return this != DEADLINE; }
 * }
 * }</pre>
 */
public interface Column {

  /** The position in the layout, from 0, without gaps: an enum's own. */
  int ordinal();

  /** The canonical header, as the template writes it. */
  String header();

  /** Other headers accepted for it; width, spaces, brackets and letter case never matter. */
  default List<String> aliases() {
    return List.of();
  }

  /** Whether a file without this column is refused; a blank cell is the row check's affair. */
  default boolean required() {
    return true;
  }
}
