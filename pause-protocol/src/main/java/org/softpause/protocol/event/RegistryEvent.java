package org.softpause.protocol.event;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.LogEntry;

/** A decoded registry event. Its values are well formed but not verified yet. */
public sealed interface RegistryEvent {
  /** The head of the log as the event states it. */
  Bytes32 head();

  /** The deployment of the registry; {@code head} must equal the head_0 of {@code genesis}. */
  record Genesis(Bytes32 head, long operatingUntil, org.softpause.protocol.registry.Genesis genesis)
      implements RegistryEvent {}

  /** An anchored decision; {@code id} and {@code head} must equal the recomputed values. */
  record Anchored(Bytes32 id, Bytes32 head, LogEntry entry) implements RegistryEvent {}
}
