package io.countypulse.subsidy.figure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feature's part of the figures; every bean of this type is asked. */
public interface FigureSource {

  /** Its figures of every unit asked for, in any order of units; the order within a unit stays. */
  List<Figure> figures(Asked asked);

  /**
   * A page of the records behind one of its indicators, as many in all as the figure says; empty
   * for an indicator that is not its own.
   *
   * @param after cursor of the page before
   * @param limit 1 to 200
   */
  Optional<RecordPage> records(String indicator, Asked asked, @Nullable String after, int limit);
}
