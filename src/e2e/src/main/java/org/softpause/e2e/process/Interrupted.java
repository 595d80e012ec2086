package org.softpause.e2e.process;

/** This program is being ended while it waited. */
public final class Interrupted extends RuntimeException {

  public Interrupted(InterruptedException cause) {
    super("interrupted", cause);
  }
}
