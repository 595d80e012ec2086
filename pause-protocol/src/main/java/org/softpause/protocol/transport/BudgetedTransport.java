package org.softpause.protocol.transport;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The transport of one gathering, whose limits hold for all its requests together. A limit on each
 * answer alone does not end a gathering, because a peer may always announce one more page.
 */
public final class BudgetedTransport implements Transport {
  private final Transport transport;
  private final GatheringLimits limits;
  private final LongSupplier nanos;
  private long waited;
  private long bytes;
  private long requests;

  /** Begins a gathering that has taken nothing yet. */
  public BudgetedTransport(Transport transport, GatheringLimits limits) {
    this(transport, limits, System::nanoTime);
  }

  /** As the other, with the clock that measures how long an answer takes, in nanoseconds. */
  public BudgetedTransport(Transport transport, GatheringLimits limits, LongSupplier nanos) {
    this.transport = transport;
    this.limits = limits;
    this.nanos = nanos;
  }

  /**
   * Sends the request, and waits no longer than the gathering may still take.
   *
   * @throws RuleViolation {@link Rule#GATHERING_EXCEEDED}, with the limit that is used up
   */
  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    Duration left = limits.time().minusNanos(waited);
    if (!left.isPositive()) {
      throw outOfTime();
    }
    if (requests >= limits.requests()) {
      throw exceeded(limits.requests() + " requests");
    }
    requests++;
    boolean shortened = left.compareTo(request.timeout()) < 0;
    long began = nanos.getAsLong();
    try {
      return counted(transport.send(shortened ? request.within(left) : request));
    } catch (HttpTimeoutException late) {
      if (shortened) {
        throw outOfTime();
      }
      throw late;
    } finally {
      waited += nanos.getAsLong() - began;
    }
  }

  private TransportResponse counted(TransportResponse answer) {
    bytes += answer.body().length;
    if (bytes > limits.bytes()) {
      throw exceeded(limits.bytes() + " bytes of answers");
    }
    return answer;
  }

  private RuleViolation outOfTime() {
    return exceeded(limits.time().toSeconds() + " s of waiting");
  }

  private static RuleViolation exceeded(String limit) {
    return new RuleViolation(Rule.GATHERING_EXCEEDED, "one gathering may take at most " + limit);
  }
}
