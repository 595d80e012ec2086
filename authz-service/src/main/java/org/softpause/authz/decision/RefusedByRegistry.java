package org.softpause.authz.decision;

import java.util.Optional;
import org.softpause.protocol.Bytes32;

/**
 * What the registry answers to certificates that wait to be anchored; implemented by whatever sends
 * them.
 */
public interface RefusedByRegistry {
  /** The error with which the registry would revert it at the moment; empty if there is none. */
  Optional<String> refusal(Bytes32 decision);
}
