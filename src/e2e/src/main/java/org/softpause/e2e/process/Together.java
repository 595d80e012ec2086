package org.softpause.e2e.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several pieces of work at the same time. */
public final class Together {

  private Together() {}

  /** All at once; answers in the order of the work. */
  public static <T> List<T> all(List<? extends Callable<T>> work) {
    return atMost(work.size(), work);
  }

  /**
   * At most so many at once. When one fails, the others are still waited for and the first failure
   * is thrown.
   */
  public static <T> List<T> atMost(int width, List<? extends Callable<T>> work) {
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, width))) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> piece : work) {
        futures.add(pool.submit(piece));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    }
  }
}
