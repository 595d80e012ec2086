package org.softpause.signer.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Officers who take part in one ceremony at the same time. */
public final class Joining implements AutoCloseable {
  private final ExecutorService threads;
  private final List<Future<Outcome>> joins;

  Joining(Outcome proposed, List<Officer> officers) {
    threads = Executors.newFixedThreadPool(officers.size());
    joins =
        officers.stream().map(officer -> threads.submit(() -> officer.joins(proposed))).toList();
  }

  /** Waits until all have completed the ceremony; their answers, in the order of the officers. */
  public List<Outcome> allDone() throws InterruptedException, ExecutionException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> join : joins) {
      outcomes.add(join.get().done());
    }
    return outcomes;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
