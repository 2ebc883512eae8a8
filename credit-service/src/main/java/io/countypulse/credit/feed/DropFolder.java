package io.countypulse.credit.feed;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.countypulse.credit.feed.Delivery.Door;
import io.countypulse.credit.feed.FeedStore.Received;
import io.countypulse.platform.audit.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The door for banks that put files: {@code <folder>/<bank>/<name>} with the signature beside it in
 * {@code <name>.sig}, written last. A file without its signature is still being written and is left
 * alone. What was answered moves to {@code answered/}, with its receipt in {@code
 * <name>.receipt.json}.
 */
final class DropFolder implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int LONGEST_SIGNATURE = 1000;
  private static final String SIGNATURE = ".sig";
  private static final String ANSWERED = "answered";

  private final Path folder;
  private final FeedStore store;
  private final FeedQueue queue;
  private final Receipts receipts;
  private CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;

  DropFolder(Path folder, FeedStore store, FeedQueue queue, Receipts receipts) {
    this.folder = folder;
    this.store = store;
    this.queue = queue;
    this.receipts = receipts;
  }

  @Override
  public synchronized void start() {
    stopped = new CountDownLatch(1);
    thread = Thread.ofPlatform().daemon().name("drop-folder").start(this::watch);
  }

  @Override
  public synchronized void stop() {
    Thread watching = thread;
    thread = null;
    stopped.countDown();
    if (watching != null) {
      watching.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    try {
      do {
        look();
      } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what is complete. */
  void look() throws InterruptedException {
    try {
      Files.createDirectories(folder);
      for (Path bank : listed(folder)) {
        if (Files.isDirectory(bank, NOFOLLOW_LINKS)) {
          look(bank);
        }
      }
    } catch (IOException | RuntimeException failed) {
      LOG.warn("the drop folder cannot be read now: {}", failed.toString());
    }
  }

  /** What is wrong with one bank's files is no other bank's trouble. */
  private void look(Path bank) throws InterruptedException {
    try {
      for (Path signature : listed(bank)) {
        take(bank, signature);
      }
    } catch (IOException | RuntimeException failed) {
      LOG.warn("the drop folder {} cannot be read now: {}", bank, failed.toString());
    }
  }

  /** Oldest names first: banks name their files by date. */
  private static List<Path> listed(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }

  private void take(Path bank, Path signature) throws IOException, InterruptedException {
    String name = signature.getFileName().toString();
    if (!name.endsWith(SIGNATURE) || !Files.isRegularFile(signature, NOFOLLOW_LINKS)) {
      return;
    }
    Path file = bank.resolve(name.substring(0, name.length() - SIGNATURE.length()));
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS) || Files.size(signature) == 0) {
      return;
    }
    Delivery delivery =
        new Delivery(
            Door.FOLDER,
            bank.getFileName().toString(),
            FeedList.shown(file.getFileName().toString()),
            signature(signature),
            Actor.service("folder:" + bank.getFileName()));
    Received received;
    try (InputStream bytes = Files.newInputStream(file)) {
      received = store.receive(delivery, bytes);
    }
    answer(bank, file, signature, received);
  }

  /** A crash before the move sends the same feed again, which changes nothing. */
  private void answer(Path bank, Path file, Path signature, Received received)
      throws IOException, InterruptedException {
    String answer =
        switch (received) {
          case Received.TooLarge(long limit) ->
              "{\"status\":\"REFUSED\",\"code\":\"FEED_TOO_LARGE\",\"limit\":" + limit + "}";
          case Received.Stored(UUID id) -> receipt(id);
        };
    Path answered = Files.createDirectories(bank.resolve(ANSWERED));
    Files.writeString(answered.resolve(file.getFileName() + ".receipt.json"), answer);
    move(file, answered);
    move(signature, answered);
  }

  private String receipt(UUID id) throws InterruptedException {
    queue.await(id, PATIENCE);
    return receipts
        .find(id)
        .map(receipt -> receipt.body().toString())
        .orElse("{\"id\":\"" + id + "\",\"status\":\"QUEUED\"}");
  }

  private static String signature(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(LONGEST_SIGNATURE), StandardCharsets.ISO_8859_1).strip();
    }
  }

  private static void move(Path file, Path target) throws IOException {
    Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }
}
