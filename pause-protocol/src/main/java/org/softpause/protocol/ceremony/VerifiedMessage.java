package org.softpause.protocol.ceremony;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.jose.Jws;

/** A message whose signature is known to be its sender's. */
record VerifiedMessage(Member sender, CeremonyDocument document, Jws jws, Bytes32 hash) {
  /** Whether its sender may have signed but one of the two. */
  boolean isSameKind(VerifiedMessage other) {
    return sender.equals(other.sender)
        && document.getClass() == other.document.getClass()
        && session().equals(other.session());
  }

  /** A member has a share for each session that asks it. */
  private Optional<Bytes32> session() {
    return document instanceof PossessionShare share
        ? Optional.of(share.packageHash())
        : Optional.empty();
  }

  /** "2 (bob), softpause-roster-v1": for refusals. */
  @Override
  public String toString() {
    return "member " + sender + ", " + jws.unverified().type();
  }
}
