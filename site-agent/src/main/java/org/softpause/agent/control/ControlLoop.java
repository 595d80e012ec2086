package org.softpause.agent.control;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.softpause.agent.fetch.EvidenceFetcher;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.Evidence;

/**
 * Runs cycles until it is told to stop. One thread asks the network and another runs the cycles, so
 * that a slow answer never delays a step.
 */
public final class ControlLoop {
  private static final Duration CYCLE = Duration.ofSeconds(1);
  private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);

  private final AgentCycle cycle;
  private final EvidenceFetcher evidenceFetcher;
  private final Duration poll;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final BlockingQueue<Evidence> newest = new ArrayBlockingQueue<>(1);

  /** The length of the proven log, which the fetching thread asks for what follows. */
  private volatile int sequence;

  public ControlLoop(AgentCycle cycle, EvidenceFetcher evidenceFetcher, Duration poll) {
    this.cycle = cycle;
    this.evidenceFetcher = evidenceFetcher;
    this.poll = poll;
  }

  /** Asks the loop to end after the cycle that is running. */
  public void stop() {
    stop.countDown();
  }

  /** Runs cycles from this state on, and returns after {@link #stop}. */
  public void run(AgentState first) throws InterruptedException {
    sequence = first.log().length();
    Thread fetching = new Thread(this::fetch, "evidence");
    fetching.setDaemon(true);
    fetching.start();
    AgentState state = runOnce(first, FIRST_ANSWER);
    while (stop.getCount() > 0) {
      state = runOnce(state, CYCLE);
    }
    fetching.interrupt();
  }

  private AgentState runOnce(AgentState before, Duration wait) throws InterruptedException {
    AgentState after = cycle.run(before, next(wait));
    sequence = after.log().length();
    return after;
  }

  private Optional<Evidence> next(Duration atMost) throws InterruptedException {
    return Optional.ofNullable(newest.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void fetch() {
    try {
      do {
        Evidence evidence = evidenceFetcher.gather(sequence);
        newest.clear();
        newest.add(evidence);
      } while (!stop.await(poll.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
