package org.softpause.signer.watch;

/** One thing that a watch does at each look; a refusal inside it does not stop the other tasks. */
@FunctionalInterface
public interface WatchTask {
  /** Does nothing. */
  WatchTask NONE = () -> {};

  /**
   * Does once what there is to do.
   *
   * @throws org.softpause.protocol.client.UnreachableException if the service cannot be reached
   */
  void run();
}
