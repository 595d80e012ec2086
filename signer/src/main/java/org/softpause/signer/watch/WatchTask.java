package org.softpause.signer.watch;

/** One look at everything; what is refused on the way does not keep it from the rest. */
@FunctionalInterface
public interface WatchTask {
  /**
   * Looks once.
   *
   * @throws org.softpause.protocol.client.UnreachableException if the other side is away
   */
  void run();
}
