package org.softpause.authz.decision;

import org.softpause.protocol.registry.RegistryState;

/** What the registry has taken so far; answered by whoever reads the chain. */
public interface RegistryView {
  /** The state after every entry seen, final or not. */
  RegistryState latest();

  /** The state after every final entry. */
  RegistryState finalised();

  /**
   * Timestamp of the latest finalised block seen, Unix seconds; the deployment's before the first.
   */
  long finalisedAt();
}
