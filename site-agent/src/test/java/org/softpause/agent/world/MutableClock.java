package org.softpause.agent.world;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. Its nanosecond counter only rises, whatever the time of day does. */
public final class MutableClock extends Clock {
  private Instant now;
  private long nanos;

  public MutableClock(Instant now) {
    this.now = now;
  }

  /** Lets time pass. */
  public void pass(long seconds) {
    now = now.plusSeconds(seconds);
    nanos += seconds * 1_000_000_000L;
  }

  /** Sets the time of day without letting time pass. */
  public void set(long seconds) {
    now = Instant.ofEpochSecond(seconds);
  }

  public long seconds() {
    return now.getEpochSecond();
  }

  public long nanos() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
