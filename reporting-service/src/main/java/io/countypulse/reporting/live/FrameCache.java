package io.countypulse.reporting.live;

import io.countypulse.reporting.figure.FigureFormat;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Timeliness;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Each frame is computed and encoded once for all who look at the same day and counties. */
final class FrameCache {

  private static final int MOST = 1_000;

  private static final class Encoded {
    private final Snapshot snapshot;
    private final Timeliness timeliness;
    private final byte[] json;

    Encoded(Snapshot snapshot, Timeliness timeliness, byte[] json) {
      this.snapshot = snapshot;
      this.timeliness = timeliness;
      this.json = json;
    }

    boolean is(Snapshot asked, Timeliness now) {
      return snapshot == asked && timeliness.equals(now);
    }
  }

  private final ConcurrentMap<FigureQuery, Encoded> newest = new ConcurrentHashMap<>();
  private final Figures figures;

  FrameCache(Figures figures) {
    this.figures = figures;
  }

  byte[] frame(FigureQuery query, Snapshot snapshot, Timeliness timeliness) {
    if (newest.size() > MOST) {
      newest.clear();
    }
    return newest.compute(
            query,
            (_, old) ->
                old != null && old.is(snapshot, timeliness)
                    ? old
                    : encode(query, snapshot, timeliness))
        .json;
  }

  private Encoded encode(FigureQuery query, Snapshot snapshot, Timeliness timeliness) {
    return new Encoded(
        snapshot,
        timeliness,
        FigureFormat.frame(query.asOf(), snapshot, timeliness, figures.of(snapshot, query)));
  }
}
