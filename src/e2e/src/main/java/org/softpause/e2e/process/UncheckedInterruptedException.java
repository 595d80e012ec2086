package org.softpause.e2e.process;

/** Thrown when a wait is interrupted because this program is being ended. */
public final class UncheckedInterruptedException extends RuntimeException {

  public UncheckedInterruptedException(InterruptedException cause) {
    super("interrupted", cause);
  }
}
