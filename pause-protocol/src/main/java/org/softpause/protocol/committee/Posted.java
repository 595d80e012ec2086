package org.softpause.protocol.committee;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;

/** A message whose signature is known to be its sender's. */
record Posted(Member sender, CeremonyDocument document, Jws jws, Bytes32 hash) {
  boolean isSameKind(Posted other) {
    return sender.equals(other.sender) && document.getClass() == other.document.getClass();
  }

  /** "2 (bob), softpause-roster-v1": for refusals. */
  @Override
  public String toString() {
    return "member " + sender + ", " + jws.unverified().type();
  }
}
