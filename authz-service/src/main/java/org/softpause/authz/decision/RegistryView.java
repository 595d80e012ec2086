package org.softpause.authz.decision;

import org.softpause.protocol.registry.RegistryState;

/** The registry's state as the log has it so far, provided by whoever reads the chain. */
public interface RegistryView {
  /** The state after every entry seen, final or not. */
  RegistryState latest();

  /** The state after every final entry. */
  RegistryState finalised();

  /**
   * The timestamp of the latest finalised block seen, Unix seconds; the deployment's timestamp
   * before there is one.
   */
  long finalisedAt();
}
