package io.countypulse.platform.intake;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.intake.sheet.FormatDetector;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.time.BusinessDate;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores a file as it arrives, a piece at a time, before anybody is told that it was taken. */
final class Uploads {

  private final ScopedTransactions transactions;
  private final JdbcClient database;
  private final ImportJobs jobs;
  private final PersonalData personal;
  private final BusinessDate businessDate;
  private final String units;
  private final long limit;

  Uploads(
      ScopedTransactions transactions,
      JdbcClient database,
      PersonalData personal,
      BusinessDate businessDate,
      String units,
      long limit) {
    this.transactions = transactions;
    this.database = database;
    this.jobs = new ImportJobs(database);
    this.personal = personal;
    this.businessDate = businessDate;
    this.units = units;
    this.limit = limit;
  }

  /**
   * Reads the file to its end and queues it.
   *
   * @throws IOException when the file stops coming; nothing of it is kept
   */
  Receipt receive(ImportRequest request, InputStream file) throws IOException {
    UUID id =
        transactions.write(
            request.scope(), () -> jobs.receive(request, businessDate.today(), units));
    boolean queued = false;
    try {
      Receipt receipt = store(id, request, file);
      queued = receipt instanceof Receipt.Queued;
      return receipt;
    } finally {
      if (!queued) {
        transactions.write(request.scope(), () -> jobs.discard(id));
      }
    }
  }

  private Receipt store(UUID id, ImportRequest request, InputStream file) throws IOException {
    MessageDigest sha256 = sha256();
    var detector = new FormatDetector();
    long size = 0;
    int number = 0;
    for (byte[] chunk = next(file); chunk.length > 0; chunk = next(file)) {
      size += chunk.length;
      if (size > limit) {
        return new Receipt.TooLarge(limit);
      }
      sha256.update(chunk);
      detector.update(chunk, 0, chunk.length);
      add(id, request.scope(), number, chunk);
      number++;
    }
    String digest = HexFormat.of().formatHex(sha256.digest());
    return queue(id, request, size, digest, detector);
  }

  private static byte[] next(InputStream file) throws IOException {
    return file.readNBytes(StoredFile.CHUNK);
  }

  /** Without waiting for the disk: the commit that queues the file waits for all of it. */
  private void add(UUID id, CountyScope scope, int number, byte[] chunk) {
    byte[] encrypted = personal.encryptBytes(StoredFile.column(id, number), chunk);
    transactions.write(
        scope,
        () -> {
          database
              .sql("select set_config('synchronous_commit', 'off', true)")
              .query(String.class)
              .single();
          jobs.addChunk(id, number, encrypted);
        });
  }

  private Receipt queue(
      UUID id, ImportRequest request, long size, String sha256, FormatDetector detector) {
    try {
      return transactions.write(
          request.scope(),
          () -> {
            Optional<UUID> same = jobs.sameAtWork(id, request, sha256);
            if (same.isPresent()) {
              return new Receipt.AlreadyAtWork(same.get());
            }
            jobs.queue(id, size, sha256, detector.format());
            return new Receipt.Queued(id);
          });
    } catch (DuplicateKeyException overtaken) {
      return transactions.read(
          request.scope(),
          () -> new Receipt.AlreadyAtWork(jobs.sameAtWork(id, request, sha256).orElseThrow()));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
