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

  /** The state after the newest cycle, which tells the fetching thread what to ask for. */
  private volatile AgentState newestState;

  public ControlLoop(
      AgentState first, AgentCycle cycle, EvidenceFetcher evidenceFetcher, Duration poll) {
    this.newestState = first;
    this.cycle = cycle;
    this.evidenceFetcher = evidenceFetcher;
    this.poll = poll;
  }

  /** Asks the loop to end after the cycle that is running. */
  public void stop() {
    stop.countDown();
  }

  /** Runs cycles, and returns after {@link #stop}. */
  public void run() throws InterruptedException {
    Thread fetching = new Thread(this::fetch, "evidence");
    fetching.setDaemon(true);
    fetching.start();
    newestState = cycle.run(newestState, next(FIRST_ANSWER));
    while (stop.getCount() > 0) {
      newestState = cycle.run(newestState, next(CYCLE));
    }
    fetching.interrupt();
  }

  private Optional<Evidence> next(Duration atMost) throws InterruptedException {
    return Optional.ofNullable(newest.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void fetch() {
    try {
      do {
        AgentState state = newestState;
        Evidence evidence = evidenceFetcher.gather(state, it -> cycle.accepts(state, it));
        newest.clear();
        newest.add(evidence);
      } while (!stop.await(poll.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
