package io.countypulse.local.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Steps that do not wait for each other. */
final class Together {
  private static final Executor THREADS = step -> Thread.ofVirtual().start(step);

  private Together() {}

  static CompletableFuture<?> begin(Runnable step) {
    return CompletableFuture.runAsync(step, THREADS);
  }

  /** Waits for a step; its failure is thrown. */
  static void await(CompletableFuture<?> step) {
    try {
      step.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Runs all and waits for all; the first failure is thrown without waiting for the others. */
  static void run(List<Runnable> steps) {
    CompletableFuture<?> failed = new CompletableFuture<>();
    CompletableFuture<?>[] running =
        steps.stream()
            .map(Together::begin)
            .map(step -> step.whenComplete((result, failure) -> pass(failure, failed)))
            .toArray(CompletableFuture<?>[]::new);
    await(CompletableFuture.anyOf(CompletableFuture.allOf(running), failed));
  }

  private static void pass(@Nullable Throwable failure, CompletableFuture<?> failed) {
    if (failure != null) {
      failed.completeExceptionally(failure);
    }
  }
}
