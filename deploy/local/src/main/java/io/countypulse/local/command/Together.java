package io.countypulse.local.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Steps that do not wait for each other. */
final class Together {
  private Together() {}

  /** Runs all and waits for all; the first failure is thrown, without waiting for the others. */
  static void run(List<Runnable> steps) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    CompletableFuture<?>[] running =
        steps.stream()
            .map(step -> CompletableFuture.runAsync(step, threads))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture<?> failed = new CompletableFuture<>();
    for (CompletableFuture<?> one : running) {
      var _ =
          one.exceptionally(
              failure -> {
                failed.completeExceptionally(failure);
                return null;
              });
    }
    try {
      CompletableFuture.anyOf(CompletableFuture.allOf(running), failed).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }
}
