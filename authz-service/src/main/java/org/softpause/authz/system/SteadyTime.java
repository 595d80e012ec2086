package org.softpause.authz.system;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * The time that has passed since the service started, as instants after the epoch. For waits within
 * one run: the machine's clock may be set while they last.
 */
@Component
public final class SteadyTime implements InstantSource {
  private final long start = System.nanoTime();

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - start);
  }
}
