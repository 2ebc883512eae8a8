package io.countypulse.reporting.live;

import io.countypulse.reporting.figure.FigureFormat;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Snapshot;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Each frame is computed and encoded once for all who look at the same day and counties. */
final class FrameCache {

  private static final int MOST = 1_000;

  private static final class Encoded {
    private final Snapshot snapshot;
    private final boolean stale;
    private final byte[] json;

    Encoded(Snapshot snapshot, boolean stale, byte[] json) {
      this.snapshot = snapshot;
      this.stale = stale;
      this.json = json;
    }

    boolean is(Snapshot other, boolean otherStale) {
      return snapshot == other && stale == otherStale;
    }
  }

  private final ConcurrentMap<FigureQuery, Encoded> newest = new ConcurrentHashMap<>();
  private final Figures figures;

  FrameCache(Figures figures) {
    this.figures = figures;
  }

  byte[] frame(FigureQuery query, Snapshot snapshot, boolean stale) {
    if (newest.size() > MOST) {
      newest.clear();
    }
    return newest.compute(
            query,
            (_, old) ->
                old != null && old.is(snapshot, stale) ? old : encode(query, snapshot, stale))
        .json;
  }

  private Encoded encode(FigureQuery query, Snapshot snapshot, boolean stale) {
    return new Encoded(
        snapshot,
        stale,
        FigureFormat.frame(query.asOf(), snapshot, stale, figures.of(snapshot, query)));
  }
}
