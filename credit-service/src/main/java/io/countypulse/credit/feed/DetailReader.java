package io.countypulse.credit.feed;

import io.countypulse.platform.intake.BinaryRows;
import io.countypulse.platform.intake.sheet.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads and checks the details of a feed on a thread of its own, ahead of the COPY by a bounded
 * number of batches: the second core is PostgreSQL's.
 */
final class DetailReader implements AutoCloseable {

  static final String STAGED = "staged_detail";
  static final String REFUSALS =
      "feed_refusal (feed_id, line, code, field, message, message_en, masked_value)";

  private static final int REFUSAL_FIELDS = 7;
  private static final int BATCH_BYTES = 1 << 17;
  private static final int BATCHES_AHEAD = 16;

  /** What comes out. */
  sealed interface Step {

    /** Rows for a table, in the binary format of COPY. */
    record Rows(String table, ByteBuffer bytes) implements Step {}

    /** Every detail was read. */
    record End(Content content) implements Step {}

    /** It could not be read on. */
    record Failure(Throwable cause) implements Step {}
  }

  private final UUID feed;
  private final FeedRecords records;
  private final DetailCheck check;
  private final Content content;
  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final BinaryRows staged = new BinaryRows(Detail.FIELDS, BATCH_BYTES);
  private final BinaryRows refusals = new BinaryRows(REFUSAL_FIELDS, BATCH_BYTES);
  private final Thread thread;

  /**
   * @param records behind the header
   */
  DetailReader(UUID feed, FeedRecords records, DetailCheck check, Content content) {
    this.feed = feed;
    this.records = records;
    this.check = check;
    this.content = content;
    this.thread = Thread.ofPlatform().daemon().name("feed-reader").start(this::read);
  }

  /** The next step; {@link Step.End} or {@link Step.Failure} is the last. */
  Step next() throws InterruptedIOException {
    try {
      return steps.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the service is being stopped");
    }
  }

  /** Stops reading, wherever it is. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        steps.clear();
        thread.join(100);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      while (records.next()) {
        take();
      }
      flush(STAGED, staged);
      flush(REFUSALS, refusals);
      steps.put(new Step.End(content));
    } catch (InterruptedException stopped) {
      // Whoever closed the reader waits for nothing more.
    } catch (Exception | Error failed) {
      offer(new Step.Failure(failed));
    }
  }

  private void take() throws InterruptedException, IOException {
    Detail detail = check.judge(records);
    content.add(detail, records);
    switch (detail) {
      case Detail.Sound sound -> stage(sound);
      case Detail.Refused refused -> {
        if (refused.loanId() != null) {
          stage(refused);
        }
        refuse(refused.faults());
      }
    }
  }

  private void stage(Detail detail) throws InterruptedException {
    staged.begin();
    staged.number(records.line());
    detail.write(staged);
    staged.end();
    if (staged.length() >= BATCH_BYTES) {
      flush(STAGED, staged);
    }
  }

  private void refuse(List<Fault> faults) throws InterruptedException {
    for (Fault fault : faults) {
      refusals.begin();
      refusals.uuid(feed).number(records.line()).text(fault.code()).text(fault.field());
      refusals.text(fault.message()).text(fault.messageEn()).text(fault.maskedValue());
      refusals.end();
    }
    if (refusals.length() >= BATCH_BYTES) {
      flush(REFUSALS, refusals);
    }
  }

  private void flush(String table, BinaryRows rows) throws InterruptedException {
    if (rows.length() > 0) {
      steps.put(new Step.Rows(table, rows.take()));
    }
  }

  private void offer(Step step) {
    try {
      steps.put(step);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
