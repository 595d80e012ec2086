package org.softpause.auditor.abi;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.LogEntry;

/** What a registry says of itself in an event; the values are well formed and nothing more. */
public sealed interface RegistryEvent {
  /** The head that the event states. */
  Bytes32 head();

  /** The deployment: {@code head} is to be the genesis's head_0. */
  record Genesis(Bytes32 head, long operatingUntil, org.softpause.protocol.registry.Genesis genesis)
      implements RegistryEvent {}

  /** A decision in the log: {@code id} is to be its id, and {@code head} the one after it. */
  record Anchored(Bytes32 id, Bytes32 head, LogEntry entry) implements RegistryEvent {}
}
