package io.countypulse.reporting.live;

import io.countypulse.reporting.figure.FigureFormat;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.figure.Timeliness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream. It always writes the newest state and never queues older ones, so a slow
 * reader costs nothing but its own thread; the connector ends a write that takes too long.
 */
final class FrameStream {

  private static final long WAIT_MILLIS = 1_000;
  private static final long WATERMARK_NANOS = 1_000_000_000L;
  private static final long KEEP_ALIVE_NANOS = 15_000_000_000L;
  private static final byte[] KEEP_ALIVE = ": \n\n".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final Snapshots snapshots;
  private final FrameCache frames;
  private final Liveness liveness;
  private final Supplier<FigureQuery> question;

  private long sentFrame = -1;
  private @Nullable LocalDate sentDay;
  private @Nullable Timeliness sentTimeliness;
  private long sentNanos;

  FrameStream(
      OutputStream out,
      Snapshots snapshots,
      FrameCache frames,
      Liveness liveness,
      Supplier<FigureQuery> question) {
    this.out = out;
    this.snapshots = snapshots;
    this.frames = frames;
    this.liveness = liveness;
    this.question = question;
  }

  /**
   * Writes until it is over or the reader is gone.
   *
   * @param lastSeen frame the reader has already; it is never shown an older one
   */
  void write(long lastSeen, BooleanSupplier over) throws IOException, InterruptedException {
    Snapshot snapshot = caughtUp(lastSeen);
    while (!over.getAsBoolean()) {
      send(snapshot);
      snapshot = snapshots.next(snapshot, WAIT_MILLIS);
    }
  }

  /** After a change of instance the reader may be ahead of us for a moment. */
  private Snapshot caughtUp(long lastSeen) throws InterruptedException {
    Snapshot snapshot = snapshots.current();
    for (int i = 0; i < 5 && snapshot.frame() < lastSeen; i++) {
      snapshot = snapshots.next(snapshot, WAIT_MILLIS);
    }
    return snapshot;
  }

  private void send(Snapshot snapshot) throws IOException {
    FigureQuery query = question.get();
    Timeliness timeliness = liveness.of(snapshot);
    if (snapshot.frame() != sentFrame || !query.asOf().equals(sentDay)) {
      event(
          "id: " + snapshot.frame() + "\nevent: frame\ndata: ",
          frames.frame(query, snapshot, timeliness));
      sentFrame = snapshot.frame();
      sentDay = query.asOf();
      sentTimeliness = timeliness;
    } else if (!timeliness.equals(sentTimeliness) && quietFor(WATERMARK_NANOS)) {
      event("event: watermark\ndata: ", FigureFormat.watermark(snapshot, timeliness));
      sentTimeliness = timeliness;
    } else if (quietFor(KEEP_ALIVE_NANOS)) {
      out.write(KEEP_ALIVE);
      flush();
    }
  }

  private boolean quietFor(long nanos) {
    return System.nanoTime() - sentNanos > nanos;
  }

  private void event(String head, byte[] data) throws IOException {
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(data);
    out.write('\n');
    out.write('\n');
    flush();
  }

  private void flush() throws IOException {
    out.flush();
    sentNanos = System.nanoTime();
  }
}
