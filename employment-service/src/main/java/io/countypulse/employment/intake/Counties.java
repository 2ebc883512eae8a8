package io.countypulse.employment.intake;

import io.countypulse.platform.intake.Applied.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Changes told county by county. */
public final class Counties {

  private Counties() {}

  /** One line a county, in the order of codes. */
  public static List<Change> summed(Stream<Change> changes) {
    var sums = new TreeMap<String, Change>();
    changes.forEach(
        change ->
            sums.merge(
                change.county(),
                change,
                (one, other) ->
                    new Change(
                        one.county(),
                        one.added() + other.added(),
                        one.changed() + other.changed())));
    return new ArrayList<>(sums.values());
  }
}
