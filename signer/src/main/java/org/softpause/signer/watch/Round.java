package org.softpause.signer.watch;

/** One look at everything; what is refused on the way does not keep it from the rest. */
@FunctionalInterface
public interface Round {
  /**
   * Looks once.
   *
   * @throws org.softpause.signer.service.Unreachable if the other side is away
   */
  void run();
}
