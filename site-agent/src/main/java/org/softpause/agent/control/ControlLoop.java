package org.softpause.agent.control;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.softpause.agent.fetch.EvidenceFetcher;
import org.softpause.agent.verify.Evidence;

/**
 * Runs the agent until it is told to stop. One thread asks the network, another takes the turns, so
 * that a slow answer never holds up a step.
 */
public final class ControlLoop {
  private static final Duration TURN = Duration.ofSeconds(1);
  private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);

  private final AgentCycle agent;
  private final EvidenceFetcher evidenceFetcher;
  private final Duration poll;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final BlockingQueue<Evidence> newest = new ArrayBlockingQueue<>(1);

  public ControlLoop(AgentCycle agent, EvidenceFetcher evidenceFetcher, Duration poll) {
    this.agent = agent;
    this.evidenceFetcher = evidenceFetcher;
    this.poll = poll;
  }

  /** The turn in hand is finished first. */
  public void stop() {
    stop.countDown();
  }

  /** Returns after {@link #stop}. */
  public void run() throws InterruptedException {
    Thread asking = new Thread(this::ask, "courier");
    asking.setDaemon(true);
    asking.start();
    agent.turn(next(FIRST_ANSWER));
    while (stop.getCount() > 0) {
      agent.turn(next(TURN));
    }
    asking.interrupt();
  }

  private Optional<Evidence> next(Duration atMost) throws InterruptedException {
    return Optional.ofNullable(newest.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void ask() {
    try {
      do {
        Evidence evidence = evidenceFetcher.gather(agent.sequence());
        newest.clear();
        newest.add(evidence);
      } while (!stop.await(poll.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
