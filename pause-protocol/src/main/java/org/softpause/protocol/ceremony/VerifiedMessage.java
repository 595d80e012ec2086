package org.softpause.protocol.ceremony;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.jose.Jws;

/** A ceremony message whose signature has been verified to be its sender's. */
record VerifiedMessage(Member sender, CeremonyDocument document, Jws jws, Bytes32 hash) {
  /** Whether both are messages of which their sender may sign only one. */
  boolean isSameKind(VerifiedMessage other) {
    return sender.equals(other.sender)
        && document.getClass() == other.document.getClass()
        && session().equals(other.session());
  }

  /** The session of a share; a member has a share for each session that asks it. */
  private Optional<Bytes32> session() {
    return document instanceof PossessionShare share
        ? Optional.of(share.packageHash())
        : Optional.empty();
  }

  /** Names sender and type for refusals, for instance "member 2 (bob), softpause-roster-v1". */
  @Override
  public String toString() {
    return "member " + sender + ", " + jws.unverified().type();
  }
}
