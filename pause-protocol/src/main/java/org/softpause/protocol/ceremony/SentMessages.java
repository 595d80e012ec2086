package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.jose.Jws;

/** What a member has durably kept of its own messages in a ceremony. */
record SentMessages(Identifier self, List<Jws> messages) {
  SentMessages {
    messages = List.copyOf(messages);
  }

  Optional<Jws> ofType(String type) {
    return messages.stream().filter(jws -> jws.unverified().type().equals(type)).findFirst();
  }

  /** The share made for a session of the proof of possession. */
  Optional<Jws> possessionShare(PossessionPackage signed) {
    return messages.stream()
        .filter(jws -> jws.unverified().type().equals(PossessionShare.TYPE))
        .filter(jws -> read(jws).packageHash().equals(signed.hash()))
        .findFirst();
  }

  private static PossessionShare read(Jws own) {
    return own.unverified().read(PossessionShare.TYPE, PossessionShare::read);
  }

  /**
   * Someone else may hold our key, or our store may be an old copy: in both cases nothing more is
   * signed here.
   *
   * @throws RuleViolation {@link Rule#OWN_MESSAGE_UNKNOWN} if the board shows a message of ours
   *     that is not among these
   */
  void requireAll(AcceptedMessages accepted) {
    for (VerifiedMessage verified : accepted.messages()) {
      if (verified.sender().identifier().equals(self) && !has(verified)) {
        throw new RuleViolation(
            Rule.OWN_MESSAGE_UNKNOWN, verified + ": signed with our key, but not made here");
      }
    }
  }

  private boolean has(VerifiedMessage verified) {
    return messages.stream().anyMatch(jws -> jws.unverified().hash().equals(verified.hash()));
  }
}
