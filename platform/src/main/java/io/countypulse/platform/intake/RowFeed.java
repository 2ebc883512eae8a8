package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.intake.sheet.FileBytes;
import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.intake.sheet.SheetRow;
import io.countypulse.platform.intake.sheet.Table;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads and checks a file on a thread of its own, ahead of the COPY by a bounded number of batches:
 * the second core is PostgreSQL's.
 */
final class RowFeed<R> implements AutoCloseable {

  private static final int BATCH_BYTES = 1 << 17;
  private static final int BATCHES_AHEAD = 16;
  private static final int REJECT_FIELDS = 7;
  private static final String REJECTS =
      "import_reject (import_id, line, code, field, message, message_en, masked_value)";

  /** What comes out, in the file's order, accepted and rejected rows in batches of their own. */
  sealed interface Step {

    /** Rows for a table, in the binary format of COPY. */
    record Rows(String table, ByteBuffer bytes) implements Step {}

    /** Every row was read. */
    record End(Summary summary) implements Step {}

    /** It could not be read on. */
    record Failure(Throwable cause) implements Step {}
  }

  /**
   * What reading found.
   *
   * @param flags rows by flag, the reasons of skipped rows included
   */
  record Summary(
      int total,
      int staged,
      int skipped,
      int rejected,
      Map<String, Integer> flags,
      List<String> unknownColumns) {}

  private final FileKind<R> kind;
  private final ImportContext context;
  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final BinaryRows staged;
  private final BinaryRows rejects = new BinaryRows(REJECT_FIELDS, BATCH_BYTES);
  private final Staging<R> staging;
  private final Map<String, Integer> flags = new TreeMap<>();
  private final Thread reader;
  private final AtomicInteger total = new AtomicInteger();
  private int stagedRows;
  private int skippedRows;
  private int rejectedRows;

  RowFeed(FileKind<R> kind, ImportContext context, FileBytes bytes, FileFormat format) {
    this.kind = kind;
    this.context = context;
    staging = kind.staging();
    staged = new BinaryRows(1 + staging.columns().size(), BATCH_BYTES);
    reader = Thread.ofPlatform().daemon().name("import-reader").start(() -> read(bytes, format));
  }

  /** The next step; {@link Step.End} or {@link Step.Failure} is the last. */
  Step next() throws InterruptedException {
    return steps.take();
  }

  int rowsRead() {
    return total.get();
  }

  /** Stops reading, wherever it is. */
  @Override
  public void close() {
    reader.interrupt();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        steps.clear();
        reader.join(100);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(FileBytes bytes, FileFormat format) {
    try {
      steps.put(readAll(bytes, format));
    } catch (InterruptedException | InterruptedIOException stopped) {
      // Whoever closed the feed waits for nothing more.
    } catch (Exception | Error failed) {
      offer(new Step.Failure(failed));
    }
  }

  private Step readAll(FileBytes bytes, FileFormat format) throws IOException {
    try (Table table = Table.open(bytes, format, kind.layout())) {
      table.forEach(new Judge());
      flushStaged();
      flushRejects();
      return new Step.End(
          new Summary(
              total.get(), stagedRows, skippedRows, rejectedRows, flags, table.unknownColumns()));
    }
  }

  private void offer(Step step) {
    try {
      steps.put(step);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Judge implements Table.Reader {

    @Override
    public void row(SheetRow row) throws IOException {
      count();
      switch (kind.check(row, context)) {
        case RowCheck.Accepted<R>(R accepted, var notes) -> {
          notes.forEach(RowFeed.this::flag);
          stage(row.line(), accepted);
        }
        case RowCheck.Rejected<R>(List<Fault> faults) -> reject(row.line(), faults);
        case RowCheck.Skipped<R>(String reason) -> skip(reason);
      }
    }

    @Override
    public void faulty(int line, Fault fault) throws IOException {
      count();
      reject(line, List.of(fault));
    }

    @Override
    public void total(int line) throws IOException {
      count();
      skip("TOTAL_ROW");
    }
  }

  private void count() throws InterruptedIOException {
    total.incrementAndGet();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
  }

  private void stage(int line, R accepted) throws IOException {
    stagedRows++;
    staged.begin();
    staged.number(line);
    staging.writer().write(accepted, staged);
    staged.end();
    if (staged.length() >= BATCH_BYTES) {
      flushStaged();
    }
  }

  private void reject(int line, List<Fault> faults) throws IOException {
    rejectedRows++;
    for (Fault fault : faults) {
      rejects.begin();
      rejects
          .uuid(context.importId())
          .number(line)
          .text(fault.code())
          .text(fault.field())
          .text(fault.message())
          .text(fault.messageEn())
          .text(fault.maskedValue());
      rejects.end();
    }
    if (rejects.length() >= BATCH_BYTES) {
      flushRejects();
    }
  }

  private void skip(String reason) {
    skippedRows++;
    flag(reason);
  }

  private void flag(String code) {
    flags.merge(code, 1, Integer::sum);
  }

  private void flushStaged() throws InterruptedIOException {
    if (staged.length() > 0) {
      put(new Step.Rows(staging.table(), staged.take()));
    }
  }

  private void flushRejects() throws InterruptedIOException {
    if (rejects.length() > 0) {
      put(new Step.Rows(REJECTS, rejects.take()));
    }
  }

  private void put(Step step) throws InterruptedIOException {
    try {
      steps.put(step);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
