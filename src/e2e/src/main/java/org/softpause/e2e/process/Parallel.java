package org.softpause.e2e.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs several tasks in parallel. */
public final class Parallel {

  private Parallel() {}

  /** Runs all tasks at once and returns their results in the order of the tasks. */
  public static <T> List<T> all(List<? extends Callable<T>> work) {
    return atMost(work.size(), work);
  }

  /** Runs the same action for each element, all at once. */
  public static <T> void each(List<T> all, Consumer<T> deed) {
    all(
        all.stream()
            .<Callable<Boolean>>map(
                one ->
                    () -> {
                      deed.accept(one);
                      return true;
                    })
            .toList());
  }

  /**
   * Runs at most {@code width} tasks at once. If one fails, the others are interrupted and its
   * failure is thrown.
   */
  public static <T> List<T> atMost(int width, List<? extends Callable<T>> work) {
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, width))) {
      CompletionService<T> completions = new ExecutorCompletionService<>(pool);
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> piece : work) {
        futures.add(completions.submit(piece));
      }
      try {
        for (int done = 0; done < futures.size(); done++) {
          completions.take().get();
        }
      } finally {
        pool.shutdownNow();
      }
      return futures.stream().map(Future::resultNow).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedInterruptedException(e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /** Starts a task in the background; the supplier waits for its result or throws its failure. */
  public static <T> Supplier<T> meanwhile(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().start(task);
    return () -> answer(task);
  }

  private static <T> T answer(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedInterruptedException(e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(ExecutionException e) {
    return e.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException(e.getCause());
  }
}
