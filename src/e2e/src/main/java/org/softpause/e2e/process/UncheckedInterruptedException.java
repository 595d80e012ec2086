package org.softpause.e2e.process;

/** This program is being ended while it waited. */
public final class UncheckedInterruptedException extends RuntimeException {

  public UncheckedInterruptedException(InterruptedException cause) {
    super("interrupted", cause);
  }
}
